import type { GridColumn } from "./gridColumns";

/** Decisions stay at the right edge while the conditions of a wide table are scrolled. */
export function stayingInSight(column: GridColumn) {
  return column.kind === "output" && column.right !== undefined ? { "data-stays": true, style: { right: column.right } } : {};
}
