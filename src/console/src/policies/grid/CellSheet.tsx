import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useEditor } from "../editor/editorContext";
import { LocalizedField } from "../fields/LocalizedField";
import { QuestionEditor } from "../fields/QuestionEditor";
import { Remarks } from "../fields/Remarks";
import { Sheet } from "../fields/Sheet";
import { ValueEditor } from "../fields/ValueEditor";
import { askedBy } from "../model/cells";
import { valueText } from "../model/cellText";
import { markKey } from "../model/history";
import { placeOf } from "../model/places";
import { put } from "../model/put";
import { changeRow, changeTable, setAsked, setDescription, setOutput } from "../model/rows";
import { suggestionsFor } from "../model/suggestions";
import type { Json, PolicyRow } from "../model/types";
import { type CellTools, conditionColumns, contentText, outputOrder } from "./cellContent";
import type { GridColumn } from "./gridColumns";
import classes from "../fields/Field.module.css";

interface CellSheetProps {
  table: number;
  /** The place of the row; that after the last one is the defaults. */
  row: number;
  column: Extract<GridColumn, { kind: "condition" | "output" | "description" }>;
  tools: CellTools;
  anchor: HTMLElement;
  /** What was typed to open it; it takes the place of what stands there. */
  typed: string | null;
  /** For reading only: the whole of what a cell shows the beginning of. */
  readOnly: boolean;
  onClose: (how: "enter" | "outside" | "cancel") => void;
}

/** The editor of one cell. What is chosen shows in the table and in the sentence at once; Escape takes it back. */
export function CellSheet({ table, row: index, column, tools, anchor, typed, readOnly, onClose }: CellSheetProps) {
  const editor = useEditor();
  const { document } = editor.state;
  const row = document.tables[table]?.rows[index];
  const label = column.kind === "description" ? "" : column.field.title;

  const changeThis = (change: (row: PolicyRow) => PolicyRow) =>
    editor.edit((state) => {
      const id = state.document.tables[table]?.rows[index]?.id ?? "";
      return {
        document: changeTable(state.document, table, (one) => changeRow(one, index, change)),
        marks: put(state.marks, markKey(id, column.key), undefined),
      };
    }, `cell ${index} ${column.key}`);

  const done = () => onClose("enter");
  const remarks = editor.findings.filter((finding) => {
    const place = placeOf(finding, document);
    return row !== undefined && place.table === table && place.row === row.id && place.column === column.key;
  });
  if (readOnly) {
    const text = row ? contentText(column, row, tools) : column.kind === "output" ? valueText(column.field, document.defaults?.[column.field.name], tools.words) : "";
    return (
      <Sheet anchor={anchor} label={label} onDone={(how) => onClose(how)} onCancel={() => onClose("cancel")} testId="cell-sheet">
        <div className={classes.reading} tabIndex={0} data-autofocus>
          {label !== "" && <p className={classes.label}>{label}</p>}
          {text === "" ? <p>—</p> : text.split("\n").map((line) => <p key={line}>{line}</p>)}
          <Remarks remarks={remarks} />
        </div>
      </Sheet>
    );
  }
  const suggestions = column.kind === "description" ? [] : suggestionsFor(document, column.field.name);

  return (
    <Sheet anchor={anchor} label={label} onDone={(how) => onClose(how)} onCancel={() => onClose("cancel")} testId="cell-sheet">
      {column.kind === "condition" && row && (
        <QuestionEditor
          field={column.field}
          operators={tools.book.operators(column.field)}
          usual={column.column.op}
          asked={askedBy(column.column, row.when?.[column.id])}
          words={tools.words}
          onChange={(asked) => changeThis((before) => setAsked(before, conditionColumns(tools.columns), column.column, asked))}
          onDone={done}
          typed={typed}
          suggestions={suggestions}
          remarks={remarks}
        />
      )}
      {column.kind === "output" && (
        <OutputValue
          value={row ? row.then[column.field.name] : document.defaults?.[column.field.name]}
          onChange={(value) =>
            row
              ? changeThis((before) => setOutput(before, column.field.name, value, outputOrder(tools.book)))
              : editor.change((before) => ({ ...before, defaults: put(before.defaults ?? {}, column.field.name, value, outputOrder(tools.book)) }), `default ${column.field.name}`)
          }
          column={column}
          tools={tools}
          typed={typed}
          suggestions={suggestions}
          onDone={done}
          remarks={remarks}
        />
      )}
      {column.kind === "description" && row && (
        <div className={classes.question} data-wide>
          <DescriptionField row={row} onChange={(description) => changeThis((before) => setDescription(before, description))} />
          <Remarks remarks={remarks} />
        </div>
      )}
    </Sheet>
  );
}

interface OutputValueProps {
  column: Extract<GridColumn, { kind: "output" }>;
  value: Json | undefined;
  tools: CellTools;
  typed: string | null;
  suggestions: string[];
  remarks: Parameters<typeof Remarks>[0]["remarks"];
  onChange: (value: Json | undefined) => void;
  onDone: () => void;
}

function OutputValue({ column, value, tools, typed, suggestions, remarks, onChange, onDone }: OutputValueProps) {
  const { t } = useTranslation();
  const { field } = column;
  return (
    <div className={classes.question} data-wide={field.type === "localized" || undefined}>
      {["enum", "set", "bool"].includes(field.type) && <p className={classes.label}>{field.title}</p>}
      <ValueEditor field={field} value={value} words={tools.words} onChange={onChange} onDone={onDone} typed={typed} suggestions={suggestions} />
      <Remarks remarks={remarks} />
      <div className={classes.foot}>
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            onChange(undefined);
            onDone();
          }}
          data-testid="unset"
        >
          {t("policies.editor.edit.unset")}
        </Button>
        <Button variant="light" size="compact-md" onClick={onDone} data-testid="done">
          {t("policies.editor.edit.done")}
        </Button>
      </div>
    </div>
  );
}

function DescriptionField({ row, onChange }: { row: PolicyRow; onChange: Parameters<typeof LocalizedField>[0]["onChange"] }) {
  const { t } = useTranslation();
  return <LocalizedField label={t("policies.editor.table.description")} value={row.description ?? {}} onChange={onChange} autoFocus />;
}
