import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import type { FindingSeverity, PolicyFinding } from "../api";
import { markKey, type PasteMark } from "../model/history";
import type { PolicyRow } from "../model/types";
import type { CellTools } from "./cellContent";
import { stayingInSight } from "./stayingInSight";
import { CellView } from "./CellView";
import classes from "./PolicyGrid.module.css";

interface GridRowProps {
  row: PolicyRow;
  index: number;
  tools: CellTools;
  /** The active cell's column, when it is in this row. */
  active: number | null;
  /** The selected columns of this row. */
  left: number | null;
  right: number | null;
  findings: Map<string, PolicyFinding[]> | undefined;
  marks: Record<string, PasteMark>;
  sentence: string | undefined;
  showsSentence: boolean;
  draggable: boolean;
  dragged: boolean;
  dropBefore: boolean;
  dropAfter: boolean;
  /** Where it stands when only a part of a long table is drawn. */
  top: number | undefined;
  measure?: (element: HTMLElement | null) => void;
}

const worst = (findings: PolicyFinding[]): FindingSeverity | undefined =>
  (["error", "warning", "note"] as const).find((severity) => findings.some((finding) => finding.severity === severity));

export const GridRow = memo(function GridRow({ row, index, tools, active, left, right, findings, marks, sentence, showsSentence, draggable, dragged, dropBefore, dropAfter, top, measure }: GridRowProps) {
  const { t } = useTranslation();
  const off = row.enabled === false;
  const ofRow = findings?.get("") ?? [];
  const inRow = findings ? [...findings.values()].flat() : [];
  const firstOutput = tools.columns.findIndex(({ kind }) => kind === "output");
  return (
    <div
      ref={measure}
      data-index={index}
      className={classes.row}
      role="row"
      aria-rowindex={index + 3}
      data-row-index={index}
      data-off={off || undefined}
      data-dragged={dragged || undefined}
      data-drop={dropBefore ? "before" : dropAfter ? "after" : undefined}
      {...(top !== undefined && { style: { position: "absolute", top, right: 0, left: 0 } })}
      data-testid={`row-${row.id}`}
    >
      {tools.columns.map((column, at) => {
        const mark = marks[markKey(row.id, column.key)];
        const remarks = column.kind === "handle" ? ofRow : (findings?.get(column.key) ?? []);
        const severity = mark ? "error" : column.kind === "handle" ? worst(inRow) : worst(remarks);
        const selected = left !== null && right !== null && at >= left && at <= right;
        const said = remarks.map(({ message }) => message).join("\n");
        return (
          <div
            key={column.key}
            className={classes.cell}
            role={column.kind === "handle" ? "rowheader" : "gridcell"}
            aria-colindex={at + 1}
            aria-selected={selected}
            tabIndex={at === active ? 0 : -1}
            data-row={index}
            data-column={at}
            data-kind={column.kind}
            data-first-output={at === firstOutput || undefined}
            data-active={at === active || undefined}
            data-selected={selected || undefined}
            data-severity={severity}
            draggable={column.kind === "handle" && draggable}
            title={said === "" ? undefined : said}
            {...stayingInSight(column)}
            data-testid={`cell-${row.id}-${column.key}`}
          >
            {mark ? <span className={classes.mark}>{mark.text}</span> : <CellView column={column} row={row} number={index + 1} tools={tools} />}
            {said !== "" && <span className="visually-hidden">{said}</span>}
            {at === active && column.kind !== "enabled" && (
              <span className={classes.open} data-open aria-hidden>
                <Icon name={column.kind === "handle" ? "dots" : "down"} size={14} />
              </span>
            )}
          </div>
        );
      })}
      {showsSentence && (
        <div className={classes.sentence} role="gridcell" aria-colindex={tools.columns.length + 1}>
          <p title={sentence}>
            {off && <strong>{t("policies.editor.table.rowOff")}. </strong>}
            {sentence}
          </p>
        </div>
      )}
    </div>
  );
});
