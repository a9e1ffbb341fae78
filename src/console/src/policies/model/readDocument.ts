import type { PolicyDocument } from "./types";

export type ReadDocument = { document: PolicyDocument } | { problem: "notJson" | "notASet"; detail: string };

/** Reads a text as far as the tables need it; whether it is right is for the server to say. */
export function readDocument(text: string): ReadDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: "notJson", detail: error instanceof Error ? error.message : "" };
  }
  const wrong = shapeFault(value);
  return wrong === null ? { document: value as PolicyDocument } : { problem: "notASet", detail: wrong };
}

/** The path of what a table cannot be drawn from, or null. */
function shapeFault(value: unknown): string | null {
  if (!isObject(value)) return "$";
  if (!Array.isArray(value.outputs) || !value.outputs.every((output) => isObject(output) && typeof output.name === "string")) return "$.outputs";
  if (!Array.isArray(value.tables)) return "$.tables";
  for (const [t, table] of value.tables.entries()) {
    const path = `$.tables[${t}]`;
    if (!isObject(table) || typeof table.name !== "string") return path;
    if (table.columns !== undefined && !(Array.isArray(table.columns) && table.columns.every((column) => isObject(column) && typeof column.op === "string"))) return `${path}.columns`;
    if (!Array.isArray(table.rows)) return `${path}.rows`;
    const row = table.rows.findIndex((one) => !isRow(one));
    if (row >= 0) return `${path}.rows[${row}]`;
  }
  if (value.examples !== undefined && !(Array.isArray(value.examples) && value.examples.every(isExample))) return "$.examples";
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isRecord = (value: unknown) => value === undefined || isObject(value);
const isRow = (value: unknown) =>
  isObject(value) && typeof value.id === "string" && isObject(value.then) && isRecord(value.when) && isRecord(value.description) && (value.condition === undefined || isCondition(value.condition));
const isExample = (value: unknown) => isObject(value) && typeof value.name === "string" && isRecord(value.facts) && isRecord(value.outputs) && (value.rows === undefined || Array.isArray(value.rows));

function isCondition(value: unknown): boolean {
  if (!isObject(value)) return false;
  if ("all" in value) return Array.isArray(value.all) && value.all.every(isCondition);
  if ("any" in value) return Array.isArray(value.any) && value.any.every(isCondition);
  if ("not" in value) return isCondition(value.not);
  return typeof value.op === "string" && "value" in value;
}
