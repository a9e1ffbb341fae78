import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { Strip } from "~/workflows/bar/Strip";
import { FieldPicker } from "../fields/FieldPicker";
import { Sheet } from "../fields/Sheet";
import { type GridTarget, PolicyGrid } from "../grid/PolicyGrid";
import { RowCards } from "../grid/RowCards";
import { addColumn, outputsOf, readableOutputs } from "../model/columns";
import { changeTable, insertRow } from "../model/rows";
import { usualOperator } from "../model/usualOperator";
import type { PanelTab } from "./Editor";
import { useEditor } from "./editorContext";
import type { OpenDialog } from "./EditorDialogs";
import { HitNote } from "./HitNote";
import { TableTabs } from "./TableTabs";
import { TableTools } from "./TableTools";
import { useTableActions } from "./useTableActions";
import classes from "./TableView.module.css";

interface TableViewProps {
  table: number;
  onTable: (table: number) => void;
  target: GridTarget | null;
  panel: PanelTab | null;
  onPanel: (tab: PanelTab) => void;
  onDialog: (dialog: OpenDialog) => void;
}

/** One table at a time, as the sheets of a spreadsheet: its tabs and tools above, the grid below; cards on a phone. */
export function TableView({ table: at, onTable, target, panel, onPanel, onDialog }: TableViewProps) {
  const { t } = useTranslation();
  const { state, set, change, readOnly, book } = useEditor();
  const { document } = state;
  const phone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const [showsSentences, setShowsSentences] = useState(true);
  const [moreOutputs, setMoreOutputs] = useState<Record<string, string[]>>({});
  const [adding, setAdding] = useState<HTMLElement | null>(null);
  const [said, setSaid] = useState("");
  const table = document.tables[at];
  const locked = table !== undefined && set.lockedTables.includes(table.name);
  const fixed = readOnly || locked;
  const { rowActions, columnActions, failed } = useTableActions(at, fixed, onDialog);
  if (!table) return null;

  const more = moreOutputs[table.name] ?? [];
  const unused = document.outputs.map(({ name }) => name).filter((name) => !outputsOf(document, table).includes(name) && !more.includes(name));
  const common = {
    table: at,
    readOnly: fixed,
    moreOutputs: more,
    onOpenCondition: (row: number) => onDialog({ what: "condition", table: at, row }),
    rowActions,
  };
  const buttons = !fixed && (
    <div className={classes.add}>
      {table.rows.length === 0 && <p>{t("policies.editor.table.empty")}</p>}
      <Button variant="subtle" size="compact-md" leftSection={<Icon name="plus" size={15} />} onClick={() => change((before) => insertRow(before, at, table.rows.length))} data-testid="add-row">
        {t("policies.editor.table.addRow")}
      </Button>
      <Button variant="subtle" size="compact-md" leftSection={<Icon name="plus" size={15} />} onClick={(event) => setAdding(event.currentTarget)} aria-haspopup="dialog" data-testid="add-column">
        {t("policies.editor.table.addColumn")}
      </Button>
    </div>
  );

  return (
    <>
      <TableTabs table={at} onTable={onTable}>
        <TableTools showsSentences={showsSentences} onSentences={setShowsSentences} panel={panel} onPanel={onPanel} />
      </TableTabs>
      {locked ? (
        <Strip icon="lock" title={t("policies.editor.strips.lockedTitle")} text={t("policies.editor.strips.lockedText")} testId="locked" />
      ) : (
        <HitNote table={at} readOnly={readOnly} />
      )}
      {failed !== null && <Strip icon="alert" title={t("policies.editor.rows.convertFailed", { reason: "" }).trim()} text={failed} />}
      {phone ? (
        <RowCards {...common} key={table.name} target={target}>
          {buttons}
        </RowCards>
      ) : (
        <PolicyGrid
          {...common}
          key={table.name}
          showsSentences={showsSentences}
          target={target}
          columnActions={columnActions}
          onPasted={(rows) => setSaid(t("policies.editor.table.pasted", { count: rows }))}
        >
          {buttons}
        </PolicyGrid>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {adding && (
        <Sheet anchor={adding} label={t("policies.editor.columns.title")} onDone={() => setAdding(null)} onCancel={() => setAdding(null)} testId="column-sheet">
          <FieldPicker
            label={t("policies.editor.columns.title")}
            book={book}
            outputs={readableOutputs(document, at)}
            results={unused}
            onPick={({ field, output, result }) => {
              setAdding(null);
              if (result !== undefined) {
                setMoreOutputs({ ...moreOutputs, [table.name]: [...more, result] });
                return;
              }
              const asked = output === undefined ? { field: field ?? "" } : { output };
              change((before) => changeTable(before, at, (one) => addColumn(one, { ...asked, op: usualOperator(book.of(asked)) })));
            }}
          />
        </Sheet>
      )}
    </>
  );
}
