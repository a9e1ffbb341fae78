import type { PolicyFinding } from "../api";
import { columnId } from "./cells";
import type { PolicyDocument } from "./types";

/** Where a finding belongs: a table, and if it is known a row and a column of the grid. */
export interface Place {
  table: number;
  row: string | null;
  /** The key of a grid column; see columnKey. */
  column: string | null;
  example: number | null;
}

const pathPattern = /^\$\.tables\[(\d+)\](?:\.rows\[(\d+)\](?:\.(when|then|condition|description)(?:\.([\w-]+))?)?)?/;

/** Condition and output columns may have the same name, so a key says which kind it is. */
export const columnKey = {
  condition: (id: string) => `when.${id}`,
  output: (name: string) => `then.${name}`,
  free: "condition",
  description: "description",
  enabled: "enabled",
  handle: "handle",
};

export function placeOf(finding: Pick<PolicyFinding, "path" | "table" | "row" | "cell">, document: PolicyDocument): Place {
  const example = /^\$\.examples\[(\d+)\]/.exec(finding.path);
  if (example) return { table: -1, row: null, column: null, example: Number(example[1]) };
  const [, atTable, atRow, part, name] = pathPattern.exec(finding.path) ?? [];
  const table = finding.table === null ? -1 : document.tables.findIndex((one) => one.name === finding.table);
  const index = table >= 0 ? table : atTable === undefined ? -1 : Number(atTable);
  const inTable = document.tables[index];
  const row = finding.row ?? (atRow === undefined ? null : (inTable?.rows[Number(atRow)]?.id ?? null));
  const column =
    part === "when" && name !== undefined
      ? columnKey.condition(name)
      : part === "then" && name !== undefined
        ? columnKey.output(name)
        : part === "condition"
          ? columnKey.free
          : part === "description"
            ? columnKey.description
            : finding.cell === null
              ? null
              : inTable?.columns?.some((one) => columnId(one) === finding.cell)
                ? columnKey.condition(finding.cell)
                : columnKey.output(finding.cell);
  return { table: index, row, column, example: null };
}

/** The findings of a table by row and column, `""` for the row or the table as a whole. */
export function byPlace(findings: PolicyFinding[], document: PolicyDocument, table: number): Map<string, Map<string, PolicyFinding[]>> {
  const found = new Map<string, Map<string, PolicyFinding[]>>();
  for (const finding of findings) {
    const place = placeOf(finding, document);
    if (place.table !== table) continue;
    const row = found.get(place.row ?? "") ?? new Map<string, PolicyFinding[]>();
    row.set(place.column ?? "", [...(row.get(place.column ?? "") ?? []), finding]);
    found.set(place.row ?? "", row);
  }
  return found;
}
