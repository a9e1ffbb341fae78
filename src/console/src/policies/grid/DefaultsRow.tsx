import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { valueText } from "../model/cellText";
import type { Json } from "../model/types";
import type { CellTools } from "./cellContent";
import { stayingInSight } from "./stayingInSight";
import classes from "./PolicyGrid.module.css";

interface DefaultsRowProps {
  defaults: Record<string, Json>;
  index: number;
  tools: CellTools;
  active: number | null;
}

/** What holds for outputs that no row names. */
export function DefaultsRow({ defaults, index, tools, active }: DefaultsRowProps) {
  const { t } = useTranslation();
  const firstOutput = tools.columns.findIndex(({ kind }) => kind === "output");
  const label = firstOutput < 0 ? tools.columns.length : firstOutput;
  return (
    <div className={classes.defaults} role="row" aria-rowindex={index + 3} data-testid="defaults">
      {tools.columns.map((column, at) => {
        if (at > 0 && at < label) return null;
        const isLabel = at === 0;
        return (
          <div
            key={column.key}
            className={classes.cell}
            role={isLabel ? "rowheader" : "gridcell"}
            aria-colindex={at + 1}
            {...(isLabel && { "aria-colspan": label })}
            tabIndex={at === active || (isLabel && active !== null && active < label) ? 0 : -1}
            data-row={index}
            data-column={at}
            data-kind={isLabel ? "label" : column.kind}
            data-first-output={at === firstOutput || undefined}
            data-active={at === active || (isLabel && active !== null && active < label) || undefined}
            {...(isLabel ? { style: { gridColumn: `1 / span ${label}` } } : stayingInSight(column))}
            data-testid={`default-${column.key}`}
          >
            {isLabel ? <span className={classes.defaultsLabel}>{t("policies.editor.table.defaults")}</span> : column.kind === "output" ? valueText(column.field, defaults[column.field.name], tools.words) : null}
            {at === active && column.kind === "output" && (
              <span className={classes.open} data-open aria-hidden>
                <Icon name="down" size={14} />
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
