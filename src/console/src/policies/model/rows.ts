import { cellOf, columnId, withCell, type Asked } from "./cells";
import { put, replaced } from "./put";
import type { Condition, Json, Localized, PolicyColumn, PolicyDocument, PolicyRow, PolicyTable } from "./types";

const rowOrder = ["id", "enabled", "priority", "description", "note", "when", "condition", "then"];
const tableOrder = ["name", "title", "description", "hitPolicy", "locked", "columns", "rows"];

export const changeTable = (document: PolicyDocument, table: number, change: (table: PolicyTable) => PolicyTable): PolicyDocument => ({
  ...document,
  tables: replaced(document.tables, table, change),
});

export const putTable = <K extends keyof PolicyTable>(table: PolicyTable, key: K, value: PolicyTable[K] | undefined): PolicyTable => put(table, key, value, tableOrder);

export const changeRow = (table: PolicyTable, row: number, change: (row: PolicyRow) => PolicyRow): PolicyTable => ({ ...table, rows: replaced(table.rows, row, change) });

export const putRow = <K extends keyof PolicyRow>(row: PolicyRow, key: K, value: PolicyRow[K] | undefined): PolicyRow => put(row, key, value, rowOrder);

/** A row is on unless it says otherwise, so "on" is not written. */
export const setEnabled = (row: PolicyRow, enabled: boolean): PolicyRow => putRow(row, "enabled", enabled ? undefined : false);

export function setAsked(row: PolicyRow, columns: PolicyColumn[], column: PolicyColumn, asked: Asked | null): PolicyRow {
  return putRow(row, "when", withCell(row.when, columnId(column), cellOf(column, asked), columns.map(columnId)));
}

export const setOutput = (row: PolicyRow, output: string, value: Json | undefined, order: string[]): PolicyRow => ({ ...row, then: put(row.then, output, value, order) });

export const setCondition = (row: PolicyRow, condition: Condition | undefined): PolicyRow => putRow(row, "condition", condition);

export const setDescription = (row: PolicyRow, description: Localized): PolicyRow => putRow(row, "description", description);

/** A name that no row of the set has. Rows are named, because reasons and decisions speak of them for years. */
export function newRowId(document: PolicyDocument, wanted = "row"): string {
  const taken = new Set(document.tables.flatMap(({ rows }) => rows.map(({ id }) => id)));
  if (wanted !== "row" && !taken.has(wanted)) return wanted;
  const stem = wanted.replace(/-\d+$/, "");
  for (let number = wanted === "row" ? 1 : 2; ; number++) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

export const emptyRow = (id: string): PolicyRow => ({ id, description: { ru: "", en: "" }, then: {} });

export function insertRow(document: PolicyDocument, table: number, at: number, row: PolicyRow = emptyRow(newRowId(document))): PolicyDocument {
  return changeTable(document, table, (one) => ({ ...one, rows: [...one.rows.slice(0, at), row, ...one.rows.slice(at)] }));
}

export function duplicateRow(document: PolicyDocument, table: number, at: number): PolicyDocument {
  const row = document.tables[table]?.rows[at];
  return row ? insertRow(document, table, at + 1, { ...row, id: newRowId(document, row.id) }) : document;
}

export function removeRows(document: PolicyDocument, table: number, from: number, to: number): PolicyDocument {
  return changeTable(document, table, (one) => ({ ...one, rows: one.rows.filter((_, index) => index < from || index > to) }));
}

/** Moves the rows from..to so that the first of them stands at `target` in the list without them. */
export function moveRows(document: PolicyDocument, table: number, from: number, to: number, target: number): PolicyDocument {
  if (target === from) return document;
  return changeTable(document, table, (one) => {
    const moved = one.rows.slice(from, to + 1);
    const rest = one.rows.filter((_, index) => index < from || index > to);
    return { ...one, rows: [...rest.slice(0, target), ...moved, ...rest.slice(target)] };
  });
}

/** Renames a row wherever the set speaks of it. */
export function renameRow(document: PolicyDocument, from: string, to: string): PolicyDocument {
  return {
    ...document,
    tables: document.tables.map((table) => ({ ...table, rows: table.rows.map((row) => (row.id === from ? { ...row, id: to } : row)) })),
    ...(document.examples && {
      examples: document.examples.map((example) => (example.rows ? { ...example, rows: example.rows.map((id) => (id === from ? to : id)) } : example)),
    }),
  };
}
