import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { isSaidByHead } from "../model/cellText";
import { type GridColumn, titleOf } from "./gridColumns";
import { stayingInSight } from "./stayingInSight";
import classes from "./PolicyGrid.module.css";

interface GridHeadProps {
  columns: GridColumn[];
  active: number | null;
  showsSentence: boolean;
  /** Columns can be changed. */
  edits: boolean;
}

/** Two lines: «Если» and «То» above, what each column asks or decides below. */
export function GridHead({ columns, active, showsSentence, edits }: GridHeadProps) {
  const { t } = useTranslation();
  const words = { number: t("policies.editor.table.number"), on: t("policies.editor.table.on"), free: t("policies.editor.table.free"), description: t("policies.editor.table.description") };
  const firstOutput = columns.findIndex(({ kind }) => kind === "output");
  const outputs = columns.filter(({ kind }) => kind === "output").length;
  const stays = columns.some((column) => column.kind === "output" && column.right !== undefined);
  const groups = [
    { id: "row", from: 0, span: 2, words: "" },
    { id: "if", from: 2, span: (firstOutput < 0 ? columns.length - 1 : firstOutput) - 2, words: t("policies.editor.table.if") },
    ...(outputs > 0 ? [{ id: "then", from: firstOutput, span: outputs, words: t("policies.editor.table.then") }] : []),
    { id: "why", from: columns.length - 1, span: 1, words: "" },
  ];
  return (
    <div className={classes.head} role="rowgroup">
      <div className={classes.groups} role="row" aria-rowindex={1}>
        {groups.map(({ id, from, span, words: said }) => (
          <div key={id} className={classes.group} role={said === "" ? "gridcell" : "columnheader"} aria-colindex={from + 1} aria-colspan={span} data-group={id} data-stays={(id === "then" && stays) || undefined} style={{ gridColumn: `${from + 1} / span ${span}`, ...(id === "then" && stays && { right: 0 }) }}>
            {said}
          </div>
        ))}
      </div>
      <div className={classes.columns} role="row" aria-rowindex={2}>
        {columns.map((column, at) => (
          <div
            key={column.key}
            className={classes.columnHead}
            role="columnheader"
            aria-colindex={at + 1}
            tabIndex={at === active ? 0 : -1}
            data-row={-1}
            data-column={at}
            data-kind={column.kind}
            data-first-output={at === firstOutput || undefined}
            data-active={at === active || undefined}
            {...stayingInSight(column)}
            title={"field" in column ? column.field.description : column.kind === "free" ? t("policies.editor.table.freeHint") : undefined}
            data-testid={`head-${column.key}`}
          >
            <span className={classes.headText}>
              <span className={column.kind === "enabled" ? "visually-hidden" : undefined}>{titleOf(column, words)}</span>
              {"field" in column && <small>{[column.kind === "condition" && isSaidByHead(column.column.op) ? t(`policies.editor.operators.${column.column.op}`) : "", column.field.unit ?? ""].filter((part) => part !== "").join(", ")}</small>}
            </span>
            {edits && column.kind === "condition" && (
              <span className={classes.headMenu} data-open aria-hidden>
                <Icon name="down" size={14} />
              </span>
            )}
          </div>
        ))}
        {showsSentence && <span className="visually-hidden" role="columnheader" aria-colindex={columns.length + 1}>{t("policies.editor.table.sentence")}</span>}
      </div>
    </div>
  );
}
