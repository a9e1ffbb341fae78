import { expect, it } from "vitest";
import type { FieldView, OperatorName } from "../api";
import { age, article, catalogue, channel, confidence, continued, flags, rating, seen, words as customerText } from "~/testing/policies";
import { askedText, isSaidByHead, valueText } from "./cellText";
import { cellWordsOf } from "./cellWords";
import { readAsked, readValue } from "./readCell";
import type { Json } from "./types";

const ru = cellWordsOf("ru");
const en = cellWordsOf("en");
const operatorsOf = (field: FieldView) => catalogue.operators[field.type] ?? [];

const cells: [FieldView, OperatorName, OperatorName, Json, string][] = [
  [channel, "eq", "eq", "review", "отзыв"],
  [channel, "in", "in", ["review", "chat"], "отзыв, чат"],
  [channel, "eq", "ne", "review", "не отзыв"],
  [channel, "notIn", "notIn", ["review", "chat"], "не отзыв, чат"],
  [channel, "eq", "isKnown", false, "не известно"],
  [rating, "in", "in", [1, 2], "1–2"],
  [rating, "in", "in", [1, 3], "1, 3"],
  [rating, "in", "in", [3], "3"],
  [rating, "in", "between", [1, 200].map((end) => Math.min(end, 5)), "1–5"],
  [rating, "eq", "gte", 4, "не меньше 4"],
  [rating, "gte", "lt", 4, "меньше 4"],
  [rating, "eq", "lte", 4, "не больше 4"],
  [rating, "lt", "isKnown", true, "известно"],
  [flags, "hasAny", "hasAny", ["legal_threat", "missing"], "угроза судом, нет части, не весь заказ"],
  [flags, "has", "has", "insult", "оскорбление"],
  [flags, "hasAny", "hasNone", ["legal_threat", "insult"], "ни одного: угроза судом, оскорбление"],
  [flags, "hasAny", "hasAll", ["legal_threat", "insult"], "все: угроза судом, оскорбление"],
  [confidence, "gte", "gte", 0.85, "не меньше 0,85"],
  [confidence, "in", "in", [0.5, 0.75], "0,5; 0,75"],
  [continued, "eq", "eq", true, "да"],
  [continued, "eq", "ne", true, "не да"],
  [age, "gt", "gt", "30m", "больше 30 мин"],
  [age, "gt", "lte", "2h", "не больше 2 ч"],
  [age, "gt", "between", ["1d", "3d"], "1 день – 3 дня"],
  [seen, "within", "within", "7d", "за последние 7 дней"],
  [article, "in", "in", ["10", "20"], "10, 20"],
  [customerText, "containsAny", "containsAny", ["деньги назад", "вернуть [..2] деньги"], "деньги назад\nвернуть [..2] деньги"],
  [customerText, "contains", "contains", "суд", "суд"],
  [customerText, "containsAny", "matches", "!{3,}", "/!{3,}/"],
];

it("leaves to a column's head only what no cell says itself", () => {
  for (const op of ["lt", "lte", "gt", "gte", "ne", "notIn", "hasAll", "hasNone", "between", "within", "matches", "isKnown", "eq"] as const) expect(isSaidByHead(op), op).toBe(false);
  for (const op of ["in", "has", "hasAny", "contains", "containsAny"] as const) expect(isSaidByHead(op), op).toBe(true);
});

it.each(cells)("writes and reads back %o", (field, columnOp, op, value, text) => {
  expect(askedText(field, { op, value }, ru)).toBe(text);
  const expected = field === rating && op === "between" ? { op: "in", value: [1, 2, 3, 4, 5] } : { op, value };
  expect(readAsked(field, columnOp, operatorsOf(field), text, ru)).toEqual({ read: expected });
  const english = askedText(field, { op, value }, en);
  expect(readAsked(field, columnOp, operatorsOf(field), english, en)).toEqual({ read: expected });
});

it.each<[FieldView, OperatorName, string, unknown]>([
  [rating, "eq", "≥ 4", { op: "gte", value: 4 }],
  [rating, "eq", "<3", { op: "lt", value: 3 }],
  [rating, "eq", "1-2", { op: "between", value: [1, 2] }],
  [rating, "gte", "4", { op: "eq", value: 4 }],
  [rating, "in", "1..3", { op: "in", value: [1, 2, 3] }],
  [channel, "in", "review; Чат", { op: "in", value: ["review", "chat"] }],
  [channel, "eq", "отзыв или чат", { op: "in", value: ["review", "chat"] }],
  [continued, "eq", "ИСТИНА", { op: "eq", value: true }],
  [age, "gt", "> 45 минут", { op: "gt", value: "45m" }],
  [age, "gt", "3 сут", { op: "eq", value: "3d" }],
  [age, "gt", "10 секунд", { op: "eq", value: "10s" }],
  [confidence, "gte", "0.9", { op: "eq", value: 0.9 }],
  [channel, "eq", "", null],
  [channel, "eq", " — ", null],
])("understands what people write: %o %s %s", (field, columnOp, text, asked) => {
  expect(readAsked(field, columnOp, operatorsOf(field), text, ru)).toEqual({ read: asked });
});

it.each([
  [rating, "6", "целое число от 1 до 5"],
  [rating, "пять", "целое число от 1 до 5"],
  [channel, "письмо", "одно из: отзыв, вопрос, чат"],
  [age, "долго", "длительность: 30 мин, 2 ч, 3 дня"],
])("says what was expected instead of %o %s", (field, text, expected) => {
  expect(readAsked(field, "eq", operatorsOf(field), text, ru)).toEqual({ expected });
});

it("reads and writes values of outputs", () => {
  const minutes = { ...rating, unit: "мин", max: 10080 };
  expect(readValue(minutes, "1 440 мин", ru)).toEqual({ read: 1440 });
  expect(readValue(minutes, "", ru)).toEqual({ read: undefined });
  expect(readValue(flags, valueText(flags, [], ru), ru)).toEqual({ read: [] });
  expect(readValue(seen, valueText(seen, "2030-01-31T09:00:00+00:00", ru), ru)).toEqual({ read: expect.stringContaining("2030-01-31T") as string });
  const message = { ...article, type: "localized" as const };
  expect(readValue(message, "Ждёт", ru, { ru: "Было", en: "Waits" })).toEqual({ read: { ru: "Ждёт", en: "Waits" } });
  expect(valueText(message, { ru: "Ждёт", en: "Waits" }, en)).toBe("Waits");
});
