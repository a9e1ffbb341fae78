/** A cell by its place: row -1 is the head, row `rows` the defaults. */
export interface CellPlace {
  row: number;
  column: number;
}

/** The active cell, and the other corner of what is selected with it. */
export interface Selection {
  head: CellPlace;
  anchor: CellPlace;
}

export interface Limits {
  /** Rows of the table, without the head and the defaults. */
  rows: number;
  columns: number;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const selectCell = (place: CellPlace): Selection => ({ head: place, anchor: place });

export function rangeOf({ head, anchor }: Selection): Range {
  return {
    top: Math.min(head.row, anchor.row),
    bottom: Math.max(head.row, anchor.row),
    left: Math.min(head.column, anchor.column),
    right: Math.max(head.column, anchor.column),
  };
}

/** The rows of the table in the range; the head and the defaults are no rows that could be moved or removed. */
export function rowsOf(range: Range, { rows }: Limits): { from: number; to: number } | null {
  const from = Math.max(range.top, 0);
  const to = Math.min(range.bottom, rows - 1);
  return from > to ? null : { from, to };
}

/** One step, or to the edge. A selection that grows stays among the rows of the table. */
export function moved(selection: Selection, step: { rows: number; columns: number; toEdge: boolean; extend: boolean }, limits: Limits): Selection {
  const { head } = selection;
  const lowest = step.extend ? 0 : -1;
  const highest = step.extend ? Math.max(limits.rows - 1, 0) : limits.rows;
  const place = {
    row: along(head.row, step.rows, step.toEdge, lowest, step.toEdge ? Math.max(limits.rows - 1, 0) : highest),
    column: along(head.column, step.columns, step.toEdge, 0, limits.columns - 1),
  };
  return step.extend ? { head: place, anchor: selection.anchor } : selectCell(place);
}

function along(at: number, step: number, toEdge: boolean, lowest: number, highest: number): number {
  if (step === 0) return at;
  if (toEdge) return step > 0 ? highest : Math.max(lowest, 0);
  return Math.min(Math.max(at + step, lowest), highest);
}

/** The next cell as Tab walks: to the end of the row, then on in the next one. Null where the table ends. */
export function tabbed({ head }: Selection, back: boolean, limits: Limits): Selection | null {
  const at = head.row * limits.columns + head.column + (back ? -1 : 1);
  const row = Math.floor(at / limits.columns);
  if (row < -1 || row > limits.rows) return null;
  return selectCell({ row, column: at - row * limits.columns });
}

/** Brings a selection back into a table that became smaller. */
export function within(selection: Selection, limits: Limits): Selection {
  const into = ({ row, column }: CellPlace) => ({ row: Math.min(row, limits.rows), column: Math.min(column, limits.columns - 1) });
  const { head, anchor } = selection;
  const inside = head.row <= limits.rows && anchor.row <= limits.rows && head.column < limits.columns && anchor.column < limits.columns;
  return inside ? selection : { head: into(head), anchor: into(anchor) };
}
