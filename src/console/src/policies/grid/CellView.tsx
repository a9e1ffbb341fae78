import { Icon } from "~/ui/Icon";
import type { PolicyRow } from "../model/types";
import { type CellTools, contentText } from "./cellContent";
import type { GridColumn } from "./gridColumns";
import classes from "./CellView.module.css";

interface CellViewProps {
  column: GridColumn;
  row: PolicyRow;
  number: number;
  tools: CellTools;
}

/** What a cell shows. */
export function CellView({ column, row, number, tools }: CellViewProps) {
  const text = contentText(column, row, tools);
  switch (column.kind) {
    case "handle":
      return <span className={classes.number}>{number}</span>;
    case "enabled":
      return (
        <span className={classes.switch} data-on={row.enabled !== false || undefined} data-toggle>
          <span className="visually-hidden">{text}</span>
        </span>
      );
    case "description":
      return text === "" ? null : <span className={classes.long}>{text}</span>;
    case "free":
      return row.condition ? (
        <span className={classes.free}>
          <Icon name="branch" size={14} />
          <span className={classes.long}>{text}</span>
        </span>
      ) : null;
    default:
      if (text === "") return column.kind === "condition" ? <span className={classes.any}>—</span> : null;
      return text.includes("\n") ? <Phrases phrases={text.split("\n")} /> : <span className={classes.value}>{text}</span>;
  }
}

const shown = 3;

function Phrases({ phrases }: { phrases: string[] }) {
  return (
    <span className={classes.phrases}>
      {phrases.slice(0, phrases.length === shown + 1 ? shown + 1 : shown).map((phrase) => (
        <span key={phrase} className={classes.phrase}>
          {phrase}
        </span>
      ))}
      {phrases.length > shown + 1 && <span className={classes.more}>+{phrases.length - shown}</span>}
    </span>
  );
}
