import { askedBy } from "../model/cells";
import { askedText, localizedText, valueText } from "../model/cellText";
import type { CellWords } from "../model/cellWords";
import { conditionText } from "../model/conditions";
import type { FieldBook } from "../model/fields";
import { putRow, setAsked, setCondition, setEnabled, setOutput } from "../model/rows";
import { type Read, readAsked, readValue } from "../model/readCell";
import type { PolicyRow } from "../model/types";
import type { GridColumn } from "./gridColumns";

/** What the cells of one table are read and written with. */
export interface CellTools {
  book: FieldBook;
  words: CellWords;
  /** The grid's columns; cells keep their order. */
  columns: GridColumn[];
}

export const conditionColumns = (columns: GridColumn[]) => columns.flatMap((column) => (column.kind === "condition" ? [column.column] : []));
export const outputOrder = (book: FieldBook) => book.outputs.map(({ name }) => name);

/** What a cell says, as it goes to a spreadsheet. */
export function contentText(column: GridColumn, row: PolicyRow, { book, words }: CellTools): string {
  switch (column.kind) {
    case "handle":
      return "";
    case "enabled":
      return row.enabled === false ? words.no : words.yes;
    case "condition":
      return askedText(column.field, askedBy(column.column, row.when?.[column.id]), words);
    case "free":
      return row.condition ? conditionText(row.condition, book, words) : "";
    case "output":
      return valueText(column.field, row.then[column.field.name], words);
    case "description":
      return localizedText(row.description, words.language);
  }
}

/** The row with a cell as somebody typed or pasted it, or what was expected there. */
export function writeContent(column: GridColumn, row: PolicyRow, text: string, tools: CellTools): Read<PolicyRow> {
  const { book, words, columns } = tools;
  switch (column.kind) {
    case "handle":
      return { read: row };
    case "enabled": {
      const read = readValue({ ...book.fact(""), type: "bool" }, text, words);
      return "expected" in read ? read : { read: setEnabled(row, read.read !== false) };
    }
    case "condition": {
      const read = readAsked(column.field, column.column.op, book.operators(column.field), text, words);
      return "expected" in read ? read : { read: setAsked(row, conditionColumns(columns), column.column, read.read) };
    }
    case "free":
      if (text.trim() === "") return { read: setCondition(row, undefined) };
      return text.trim() === contentText(column, row, tools) ? { read: row } : { expected: words.expected.condition };
    case "output": {
      const read = readValue(column.field, text, words, row.then[column.field.name]);
      return "expected" in read ? read : { read: setOutput(row, column.field.name, read.read, outputOrder(book)) };
    }
    case "description":
      return { read: putRow(row, "description", { ...row.description, [words.language]: text.trim() }) };
  }
}

/** The row with a cell as another one has it, word for word. Null when the two cannot hold the same. */
export function copyContent(from: GridColumn, source: PolicyRow, to: GridColumn, row: PolicyRow, { book, columns }: CellTools): PolicyRow | null {
  if (from.kind === "condition" && to.kind === "condition" && from.field.name === to.field.name && (from.column.output === undefined) === (to.column.output === undefined)) {
    return setAsked(row, conditionColumns(columns), to.column, askedBy(from.column, source.when?.[from.id]));
  }
  if (from.kind === "output" && to.kind === "output" && from.field.name === to.field.name) return setOutput(row, to.field.name, source.then[from.field.name], outputOrder(book));
  if (from.kind !== to.kind) return null;
  if (to.kind === "free") return setCondition(row, source.condition);
  if (to.kind === "description") return putRow(row, "description", source.description);
  return to.kind === "enabled" ? setEnabled(row, source.enabled !== false) : null;
}

export function clearContent(column: GridColumn, row: PolicyRow, { book, columns }: CellTools): PolicyRow {
  switch (column.kind) {
    case "condition":
      return setAsked(row, conditionColumns(columns), column.column, null);
    case "free":
      return setCondition(row, undefined);
    case "output":
      return setOutput(row, column.field.name, undefined, outputOrder(book));
    case "description":
      return putRow(row, "description", { ru: "", en: "" });
    default:
      return row;
  }
}
