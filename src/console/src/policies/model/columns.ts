import { askedBy, cellOf, columnId, withCell } from "./cells";
import { putRow, putTable } from "./rows";
import type { PolicyColumn, PolicyDocument, PolicyTable } from "./types";
import type { OperatorName } from "../api";

/** Adds a column at the end; one that asks the same field again gets a name of its own. */
export function addColumn(table: PolicyTable, column: PolicyColumn): PolicyTable {
  const columns = table.columns ?? [];
  const taken = new Set(columns.map(columnId));
  const name = columnId(column);
  let id = name;
  for (let number = 2; taken.has(id); number++) id = `${name}_${number}`;
  return putTable(table, "columns", [...columns, id === name ? column : { id, ...column }]);
}

/** Removes a column with its cells. */
export function removeColumn(table: PolicyTable, id: string): PolicyTable {
  const columns = (table.columns ?? []).filter((column) => columnId(column) !== id);
  return { ...putTable(table, "columns", columns), rows: table.rows.map((row) => (row.when && id in row.when ? putRow(row, "when", withCell(row.when, id, undefined, [])) : row)) };
}

export function moveColumn(table: PolicyTable, from: number, to: number): PolicyTable {
  const columns = [...(table.columns ?? [])];
  const [moved] = columns.splice(from, 1);
  if (moved === undefined || to < 0 || to > columns.length) return table;
  columns.splice(to, 0, moved);
  return putTable(table, "columns", columns);
}

/** Changes what an ordinary cell of the column asks; no row changes its meaning. */
export function setColumnOperator(table: PolicyTable, id: string, op: OperatorName): PolicyTable {
  const before = table.columns?.find((column) => columnId(column) === id);
  if (before === undefined || before.op === op) return table;
  const after = { ...before, op };
  const columns = (table.columns ?? []).map((column) => (column === before ? after : column));
  return {
    ...putTable(table, "columns", columns),
    rows: table.rows.map((row) => {
      const cell = row.when?.[id];
      return cell === undefined ? row : putRow(row, "when", withCell(row.when, id, cellOf(after, askedBy(before, cell)), []));
    }),
  };
}

/** Outputs that rows of this table put out, in the order of their declaration. */
export function outputsOf(document: PolicyDocument, table: PolicyTable): string[] {
  const used = new Set(table.rows.flatMap((row) => Object.keys(row.then)));
  const names = document.outputs.map(({ name }) => name);
  return used.size === 0 ? names : names.filter((name) => used.has(name));
}

/** Outputs that an earlier table can have put out: only those may a column read. */
export function readableOutputs(document: PolicyDocument, table: number): string[] {
  const written = new Set(document.tables.slice(0, table).flatMap(({ rows }) => rows.flatMap((row) => Object.keys(row.then))));
  return document.outputs.map(({ name }) => name).filter((name) => written.has(name));
}
