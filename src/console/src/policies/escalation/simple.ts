import type { EscalationDocument, Row } from "./document";
import { readRule } from "./readRule";
import type { SimpleRule } from "./rule";
import { writeRule } from "./writeRule";

/** One row of the document as the simple view lists it. */
export interface Entry {
  /** The id of the row. */
  id: string;
  /** The table's place in the document. */
  table: number;
  /** The row as it stands in the document; null for one that was added here. */
  source: Row | null;
  /** What the row said when it was read; null for a special one and for one that was added here. */
  read: SimpleRule | null;
  /** What it says now; null for a rule that is more than the simple view can say: it is kept untouched. */
  rule: SimpleRule | null;
}

export function documentToSimple(document: EscalationDocument): Entry[] {
  return document.tables.flatMap((table, index) =>
    table.rows.map((row) => {
      const rule = table.locked === true ? null : readRule(table.columns ?? [], row);
      return { id: row.id, table: index, source: row, read: rule, rule };
    }),
  );
}

/** The document with the rules as they are now. What nobody touched is the same object as before, so that a round trip changes nothing. */
export function simpleToDocument(document: EscalationDocument, entries: readonly Entry[]): EscalationDocument {
  return {
    ...document,
    tables: document.tables.map((table, index) => {
      const columns = [...(table.columns ?? [])];
      const rows = entries
        .filter((entry) => entry.table === index)
        .map(({ id, source, read, rule }) => {
          if (rule === null || (source !== null && rule === read)) return source;
          return writeRule(columns, source ?? { id, then: {} }, read, rule);
        })
        .filter((row) => row !== null);
      const same = rows.length === table.rows.length && rows.every((row, at) => row === table.rows[at]);
      return same ? table : { ...table, ...((table.columns !== undefined || columns.length > 0) && { columns }), rows };
    }),
  };
}

/** The list with a rule more at the end of its table; null when the platform has locked every table. */
export function addRule(document: EscalationDocument, entries: readonly Entry[], rule: SimpleRule): Entry[] | null {
  const table = document.tables.findLastIndex(({ locked }) => locked !== true);
  if (table < 0) return null;
  const taken = new Set([...entries.map(({ id }) => id), ...document.tables.flatMap(({ rows }) => rows.map(({ id }) => id))]);
  let number = 1;
  while (taken.has(`own-rule-${number}`)) number++;
  const at = entries.findLastIndex((entry) => entry.table <= table) + 1;
  return entries.toSpliced(at, 0, { id: `own-rule-${number}`, table, source: null, read: null, rule });
}

/** The list with a rule one place up or down; the order is that of one table, so it never leaves its own. */
export function moveRule(entries: readonly Entry[], id: string, by: -1 | 1): Entry[] {
  const at = entries.findIndex((entry) => entry.id === id);
  const moved = entries[at];
  const other = entries[at + by];
  if (moved === undefined || other?.table !== moved.table) return [...entries];
  return entries.with(at, other).with(at + by, moved);
}
