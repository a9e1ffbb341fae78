/** As much of a set's document as the simple view reads; whatever else is in it is kept as it is. */
export interface EscalationDocument {
  outputs?: { name: string; values?: string[] }[];
  tables: EscalationTable[];
  examples?: Example[];
  [other: string]: unknown;
}

export interface EscalationTable {
  name: string;
  locked?: boolean;
  columns?: Column[];
  rows: Row[];
  [other: string]: unknown;
}

export interface Column {
  id?: string;
  field?: string;
  output?: string;
  op: string;
}

export interface Row {
  id: string;
  enabled?: boolean;
  priority?: number;
  description?: unknown;
  when?: Record<string, unknown>;
  condition?: unknown;
  then: Record<string, unknown>;
  [other: string]: unknown;
}

export interface Example {
  name?: string;
  outputs?: Record<string, unknown>;
  rows?: string[];
  [other: string]: unknown;
}

/** One cell with the column that it stands in. */
export interface Asked {
  cell: string;
  field: string;
  op: string;
  value: unknown;
}

/** What the cells of a row ask, or null when one of them stands in no column or reads an output. */
export function askedBy(columns: readonly Column[], row: Row): Asked[] | null {
  const asked: Asked[] = [];
  for (const [cell, written] of Object.entries(row.when ?? {})) {
    const column = columns.find(({ id, field, output }) => (id ?? field ?? output) === cell);
    if (column?.field === undefined) return null;
    const own = isOwnOperator(written);
    asked.push({ cell, field: column.field, op: own ? written.op : column.op, value: own ? written.value : written });
  }
  return asked;
}

/** Writes a cell for the field and the operator, in a column that is there or in a new one. */
export function ask(columns: Column[], when: Record<string, unknown>, field: string, op: string, value: unknown): void {
  const ofField = columns.filter((column) => column.field === field);
  let column = ofField.find((each) => each.op === op) ?? ofField[0];
  if (column === undefined) {
    // A name that another column already has would give its cells to that column.
    const taken = columns.some(({ id, output }) => (id ?? output) === field);
    column = { ...(taken && { id: `${field}_asked` }), field, op };
    columns.push(column);
  }
  when[column.id ?? field] = column.op === op ? value : { op, value };
}

function isOwnOperator(cell: unknown): cell is { op: string; value: unknown } {
  return typeof cell === "object" && cell !== null && !Array.isArray(cell) && typeof (cell as { op?: unknown }).op === "string";
}
