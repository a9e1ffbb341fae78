import type { OperatorName } from "../api";
import { put } from "./put";
import type { Json, PolicyColumn } from "./types";

/** What a cell asks: an operator and what the field is compared with. */
export interface Asked {
  op: OperatorName;
  value: Json;
}

export const columnId = (column: PolicyColumn): string => column.id ?? column.field ?? column.output ?? "";

/** What a cell asks, or null for "any". */
export function askedBy(column: PolicyColumn, cell: Json | undefined): Asked | null {
  if (cell === undefined) return null;
  if (cell !== null && typeof cell === "object" && !Array.isArray(cell)) return { op: (cell.op ?? column.op) as OperatorName, value: cell.value ?? null };
  return { op: column.op, value: cell };
}

/** The cell that asks this: short when the column's own operator is meant. */
export function cellOf(column: PolicyColumn, asked: Asked | null): Json | undefined {
  if (asked === null) return undefined;
  return asked.op === column.op ? asked.value : { op: asked.op, value: asked.value };
}

/** The cells with one of them changed; undefined when none is left. */
export function withCell(when: Record<string, Json> | undefined, id: string, cell: Json | undefined, order: string[]): Record<string, Json> | undefined {
  const changed = put(when ?? {}, id, cell, order);
  return Object.keys(changed).length === 0 ? undefined : changed;
}
