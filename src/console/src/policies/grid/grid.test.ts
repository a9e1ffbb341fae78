import { expect, it } from "vitest";
import { catalogue, minutes, policyDocument, priority } from "~/testing/policies";
import { cellWordsOf } from "../model/cellWords";
import { fieldBook } from "../model/fields";
import { markKey } from "../model/history";
import type { PolicyRow } from "../model/types";
import type { CellTools } from "./cellContent";
import { clearRange, copyRange, fillDown, pasteRange } from "./clipboard";
import { gridColumns } from "./gridColumns";
import { gridCommand } from "./keyboard";
import { moved, rangeOf, rowsOf, selectCell, tabbed, within } from "./selection";

const document = policyDocument();
const [table] = document.tables;
if (!table) throw new Error("The document has no table");
const book = fieldBook(catalogue, [priority, minutes], document);
const columns = gridColumns(document, table, book, []);
const tools: CellTools = { book, words: cellWordsOf("ru"), columns };
const state = { document, marks: {} };
const at = (row: number, column: number, bottom = row, right = column) => ({ top: row, bottom, left: column, right });
const rowsAfter = (after: { document: typeof document }) => after.document.tables[0]?.rows ?? [];
const key = (change: Partial<KeyboardEvent>) => gridCommand({ key: "", code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...change });

it("shows conditions, further conditions, decisions and the reason", () => {
  expect(columns.map(({ key }) => key)).toEqual(["handle", "enabled", "when.channel", "when.rating", "condition", "then.priority", "then.minutes", "description"]);
});

it("copies as words, without the row's number", () => {
  expect(copyRange(table.rows, at(0, 0, 1, 7), tools).text).toBe("да\tотзыв\t1–2\t\tсрочно\t30\tПлохой отзыв\nда\tвопрос\t\t\tобычно\t240\tВопрос");
});

it("pastes what it copied back as it was, even where words would say it otherwise", () => {
  const copied = copyRange(table.rows, at(2, 2, 2, 6), tools);
  const { state: after, range } = pasteRange(state, 0, at(0, 2), copied.text, copied, tools);
  expect(rowsAfter(after)[0]).toEqual({ ...table.rows[0], when: { rating: { op: "gte", value: 4 } }, then: { priority: "low" } });
  expect(range).toEqual(at(0, 2, 0, 6));
});

it("pastes from a spreadsheet, adds rows, and marks what it cannot read in its cell", () => {
  const { state: after } = pasteRange(state, 0, at(2, 2), "Отзыв\t5\nписьмо\t≥ 4\t\tсрочно\t15\n", null, tools);
  const [, , first, second] = rowsAfter(after) as [PolicyRow, PolicyRow, PolicyRow, PolicyRow];
  expect(first.when).toEqual({ channel: "review", rating: [5] });
  expect(second).toMatchObject({ id: "row-1", when: { rating: { op: "gte", value: 4 } }, then: { priority: "urgent", minutes: 15 } });
  expect(after.marks).toEqual({ [markKey("row-1", "when.channel")]: { text: "письмо", expected: "одно из: отзыв, вопрос, чат" } });
  expect(clearRange(after, 0, at(3, 2), tools).marks).toEqual({});
});

it("fills the selection with one pasted cell, and fills down", () => {
  expect(rowsAfter(pasteRange(state, 0, at(0, 6, 2, 6), "60", null, tools).state).map(({ then }) => then.minutes)).toEqual([60, 60, 60]);
  expect(rowsAfter(fillDown(state, 0, at(0, 2, 2, 3), tools)).map(({ when }) => when)).toEqual([table.rows[0]?.when, table.rows[0]?.when, table.rows[0]?.when]);
  expect(rowsAfter(fillDown(state, 0, at(1, 6), tools))[1]?.then.minutes).toBe(30);
});

it("clears cells and nothing else", () => {
  const [first] = rowsAfter(clearRange(state, 0, at(0, 0, 0, 5), tools));
  expect(first).toEqual({ id: "negative", description: table.rows[0]?.description, then: { minutes: 30 } });
});

it("walks as a spreadsheet does", () => {
  const limits = { rows: 3, columns: 8 };
  const step = { rows: 0, columns: 0, toEdge: false, extend: false };
  const from = selectCell({ row: 0, column: 2 });
  expect(moved(from, { ...step, rows: -1 }, limits).head).toEqual({ row: -1, column: 2 });
  expect(moved(from, { ...step, rows: 1, toEdge: true }, limits).head.row).toBe(2);
  expect(moved(from, { ...step, rows: 9 }, limits).head.row).toBe(3);
  expect(rangeOf(moved(from, { ...step, rows: 9, extend: true }, limits))).toEqual(at(0, 2, 2, 2));
  expect(tabbed(selectCell({ row: 0, column: 7 }), false, limits)?.head).toEqual({ row: 1, column: 0 });
  expect(tabbed(selectCell({ row: 3, column: 7 }), false, limits)).toBeNull();
  expect(tabbed(selectCell({ row: -1, column: 0 }), true, limits)).toBeNull();
  expect(within(selectCell({ row: 9, column: 9 }), limits).head).toEqual({ row: 3, column: 7 });
  expect(rowsOf(at(3, 0), limits)).toBeNull();
});

it.each([
  [{ key: "ArrowDown" }, { do: "move", rows: 1, columns: 0, toEdge: false, extend: false }],
  [{ key: "ArrowRight", shiftKey: true, ctrlKey: true }, { do: "move", rows: 0, columns: 1, toEdge: true, extend: true }],
  [{ key: "ArrowUp", altKey: true }, { do: "moveRows", by: -1 }],
  [{ key: "ArrowLeft", altKey: true }, null],
  [{ key: "Enter" }, { do: "edit", text: null }],
  [{ key: "Enter", ctrlKey: true }, { do: "insertRow" }],
  [{ key: "Delete", ctrlKey: true }, { do: "removeRows" }],
  [{ key: "Delete" }, { do: "clear" }],
  [{ key: "в", code: "KeyD", ctrlKey: true }, { do: "fillDown" }],
  [{ key: "ф", code: "KeyA", metaKey: true }, { do: "selectAll" }],
  [{ key: "с", code: "KeyC", ctrlKey: true }, null],
  [{ key: "ж", code: "Semicolon" }, { do: "edit", text: "ж" }],
  [{ key: "Tab", shiftKey: true }, { do: "tab", back: true }],
  [{ key: "F8" }, null],
])("understands %j", (event, command) => expect(key(event)).toEqual(command));
