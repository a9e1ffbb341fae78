import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { policyDocument } from "~/testing/policies";
import { addColumn, moveColumn, outputsOf, readableOutputs, removeColumn, setColumnOperator } from "./columns";
import { changePart, conditionText, negated, turnInto } from "./conditions";
import { readDuration } from "./duration";
import { begin, edit, redo, settle, undo } from "./history";
import { columnKey, placeOf } from "./places";
import { readDocument } from "./readDocument";
import { changeRow, changeTable, duplicateRow, insertRow, moveRows, newRowId, removeRows, renameRow, setAsked, setEnabled } from "./rows";
import { readTsv, writeTsv } from "./tsv";
import type { Condition, PolicyDocument, PolicyTable } from "./types";
import { writeDocument } from "./writeDocument";
import { fieldBook } from "./fields";
import { cellWordsOf } from "./cellWords";
import { catalogue, minutes, priority } from "~/testing/policies";

const rules = `${import.meta.dirname}/../../../../../rules/`;
const shipped = readdirSync(rules).filter((file) => file.endsWith(".json") && file !== "facts.json" && !file.includes("schema"));
const ids = (document: PolicyDocument) => document.tables[0]?.rows.map(({ id }) => id);
const table = (document: PolicyDocument): PolicyTable => {
  const [first] = document.tables;
  if (!first) throw new Error("The document has no table");
  return first;
};

it.each(shipped)("reads %s and writes it back with everything in it", (file) => {
  const text = readFileSync(rules + file, "utf8");
  const read = readDocument(text);
  if ("problem" in read) throw new Error(`${read.problem} ${read.detail}`);
  const written = writeDocument(read.document);
  expect(JSON.parse(written)).toEqual(JSON.parse(text));
  // Letters stand as they are; an escape of a regular expression has a second backslash before it.
  expect(written).not.toMatch(/(^|[^\\])\\u/);
  expect(writeDocument(JSON.parse(written) as object)).toBe(written);
});

it.each([
  ["{", "notJson"],
  ['{"name":"a"}', "notASet"],
  ['{"outputs":[],"tables":[{"name":"t","rows":[{"id":"a"}]}]}', "notASet"],
  ['{"outputs":[],"tables":[{"name":"t","rows":[{"id":"a","then":{},"condition":{"all":[{"field":"x"}]}}]}]}', "notASet"],
])("does not draw a table from %s", (text, problem) => expect(readDocument(text)).toMatchObject({ problem }));

it("keeps what it does not know through every kind of edit", () => {
  const before = { ...policyDocument(), later: { a: [1] } } as PolicyDocument;
  const odd = changeTable(before, 0, (one) => changeRow({ ...one, extra: 1 } as PolicyTable, 0, (row) => ({ ...row, origin: "law" })));
  const after = moveRows(insertRow(duplicateRow(renameRow(odd, "negative", "bad"), 0, 0), 0, 0), 0, 1, 1, 2);
  expect(after).toMatchObject({ later: { a: [1] }, tables: [{ extra: 1 }] });
  expect(table(after).rows.find(({ id }) => id === "bad")).toMatchObject({ origin: "law" });
});

it("inserts, repeats, moves and removes rows", () => {
  const one = policyDocument();
  expect(ids(insertRow(one, 0, 1))).toEqual(["negative", "row-1", "question", "rest"]);
  expect(ids(duplicateRow(one, 0, 0))).toEqual(["negative", "negative-2", "question", "rest"]);
  expect(ids(moveRows(one, 0, 0, 1, 1))).toEqual(["rest", "negative", "question"]);
  expect(ids(moveRows(one, 0, 2, 2, 0))).toEqual(["rest", "negative", "question"]);
  expect(ids(removeRows(one, 0, 0, 1))).toEqual(["rest"]);
  expect(newRowId(insertRow(one, 0, 0))).toBe("row-2");
  expect(ids(one)).toEqual(["negative", "question", "rest"]);
});

it("renames a row in the examples too", () => {
  const renamed = renameRow(policyDocument(), "negative", "bad-review");
  expect(ids(renamed)?.[0]).toBe("bad-review");
  expect(renamed.examples?.[0]?.rows).toEqual(["bad-review"]);
});

it("writes a cell short when the column's own operator is meant, and drops what says nothing", () => {
  const { columns = [], rows } = table(policyDocument());
  const [channel, rating] = columns;
  const [, question] = rows;
  if (!channel || !rating || !question) throw new Error("The document changed");
  expect(setAsked(question, columns, rating, { op: "in", value: [1] }).when).toEqual({ channel: "question", rating: [1] });
  expect(setAsked(question, columns, rating, { op: "lt", value: 3 }).when).toEqual({ channel: "question", rating: { op: "lt", value: 3 } });
  expect("when" in setAsked(question, columns, channel, null)).toBe(false);
  expect(Object.keys(setEnabled(question, false))).toEqual(["id", "enabled", "description", "when", "then"]);
  expect("enabled" in setEnabled(setEnabled(question, false), true)).toBe(false);
});

it("changes columns without changing what rows mean", () => {
  const one = table(policyDocument());
  const operated = setColumnOperator(one, "rating", "gte");
  expect(operated.rows.map(({ when }) => when?.rating)).toEqual([{ op: "in", value: [1, 2] }, undefined, 4]);
  expect(addColumn(one, { field: "rating", op: "eq" }).columns?.at(-1)).toEqual({ id: "rating_2", field: "rating", op: "eq" });
  expect(removeColumn(one, "channel").rows.map(({ when }) => when)).toEqual([{ rating: [1, 2] }, undefined, { rating: { op: "gte", value: 4 } }]);
  expect(moveColumn(one, 0, 1).columns?.map(({ field }) => field)).toEqual(["rating", "channel"]);
  expect(outputsOf(policyDocument(), { ...one, rows: [] })).toEqual(["priority", "minutes"]);
  expect(readableOutputs(policyDocument(), 0)).toEqual([]);
  expect(readableOutputs(policyDocument(), 1)).toEqual(["priority", "minutes"]);
});

it("goes back and forth, with typing as one step", () => {
  const one = policyDocument();
  const state = (name: string) => ({ document: { ...one, name }, marks: {} });
  let history = edit(begin(one), state("a"), "name");
  history = edit(history, state("ab"), "name");
  history = edit(settle(history), state("abc"), "name");
  expect(history.past).toHaveLength(2);
  history = undo(history);
  expect(history.present.document.name).toBe("ab");
  history = undo(history);
  expect(history.present.document).toBe(one);
  expect(undo(history)).toBe(history);
  history = redo(redo(redo(history)));
  expect(history.present.document.name).toBe("abc");
  expect(edit(undo(history), state("x")).future).toEqual([]);
});

it("reads and writes what spreadsheets put on the clipboard", () => {
  const cells = [["a", 'b"c', "две\nстроки"], ["", "таб\tв ячейке", "x"]];
  expect(readTsv(writeTsv(cells))).toEqual(cells);
  expect(readTsv('1\t2\r\n3\t4\r\n')).toEqual([["1", "2"], ["3", "4"]]);
  expect(readTsv('"не закрыто')).toEqual([['"не закрыто']]);
  expect(readTsv('"а" б\tв')).toEqual([['"а" б', "в"]]);
  expect(readTsv("")).toEqual([[""]]);
  expect(readTsv("a\t")).toEqual([["a", ""]]);
});

it.each([
  ["PT30M", { amount: 30, unit: "m" }],
  ["P1DT12H", { amount: 36, unit: "h" }],
  ["90m", { amount: 90, unit: "m" }],
  ["P", null],
  ["1w", null],
])("reads the duration %s", (text, value) => expect(readDuration(text)).toEqual(value));

it("changes a part of a condition and drops groups that became empty", () => {
  const asks = (value: number): Condition => ({ field: "rating", op: "eq", value });
  const condition: Condition = { any: [asks(1), { all: [asks(2)] }] };
  expect(changePart(condition, [1, 0], () => null)).toEqual({ any: [asks(1)] });
  expect(changePart(condition, [1, 0], negated)).toEqual({ any: [asks(1), { all: [{ not: asks(2) }] }] });
  expect(changePart({ not: asks(1) }, [0], () => null)).toBeNull();
  expect(turnInto(condition, "all")).toEqual({ all: [asks(1), { all: [asks(2)] }] });
  const book = fieldBook(catalogue, [priority, minutes], policyDocument());
  expect(conditionText({ all: [asks(1), { any: [asks(2), { not: asks(3) }] }] }, book, cellWordsOf("ru"))).toBe("оценка: 1 и (оценка: 2 или неверно, что (оценка: 3))");
});

it.each([
  [{ path: "$.tables[0].rows[1].when.rating[0]", table: null, row: null, cell: null }, { table: 0, row: "question", column: columnKey.condition("rating") }],
  [{ path: "$.tables[0].rows[0].then.minutes", table: "cases", row: "negative", cell: null }, { table: 0, row: "negative", column: columnKey.output("minutes") }],
  [{ path: "$.tables[0].rows[2]", table: "cases", row: "rest", cell: "rating" }, { table: 0, row: "rest", column: columnKey.condition("rating") }],
  [{ path: "$.tables[0].rows[2].condition.all[0]", table: "cases", row: "rest", cell: null }, { table: 0, row: "rest", column: columnKey.free }],
  [{ path: "$.examples[0]", table: null, row: null, cell: null }, { example: 0 }],
  [{ path: "$", table: null, row: null, cell: null }, { table: -1, row: null, column: null }],
])("finds the place of %j", (finding, place) => expect(placeOf(finding, policyDocument())).toMatchObject(place));
