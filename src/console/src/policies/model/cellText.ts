import type { FieldView, OperatorName } from "../api";
import type { Asked } from "./cells";
import { type CellWords, fill } from "./cellWords";
import { readDuration } from "./duration";
import { labelOf } from "./fields";
import { writeMoment } from "./moment";
import type { Json, Localized } from "./types";

/** What a cell asks, in the words that people read: «1–2», «отзыв», «не меньше 4». Empty for "any". */
export function askedText(field: FieldView, asked: Asked | null, words: CellWords): string {
  if (asked === null) return "";
  const { op, value } = asked;
  if (op === "isKnown") return value === false ? words.unknown : words.known;
  if (op === "matches") return `/${plain(value)}/`;
  if (op === "within") return fill(words.within, durationText(value, words));
  if (op === "between" && Array.isArray(value) && value.length === 2 && value[0] === value[1]) return valueText(field, value[0], words);
  if (op === "between" && Array.isArray(value) && value.length === 2) return value.map((end) => valueText(field, end, words)).join(rangeOf(value));
  const text = Array.isArray(value) ? listText(field, value, words) : valueText(field, value, words);
  if (op === "lt" || op === "lte" || op === "gt" || op === "gte" || op === "ne" || op === "notIn" || op === "hasAll" || op === "hasNone") return fill(words[op], text);
  return text;
}

/** Whether a cell without words of its own asks by this operator, so that the head of its column has to say it. Any other one stands in the cell. */
export const isSaidByHead = (op: OperatorName): boolean => op === "in" || op === "has" || op === "hasAny" || op === "contains" || op === "containsAny";

/** A value that a row puts out, or one of a fact. */
export function valueText(field: FieldView, value: Json | undefined, words: CellWords): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return field.type === "decimal" && words.language === "ru" ? String(value).replace(".", ",") : String(value);
  if (Array.isArray(value)) return listText(field, value, words);
  if (value !== null && typeof value === "object") return localizedText(value, words.language);
  if (value === null) return "";
  if (field.type === "duration") return durationText(value, words);
  if (field.type === "instant") return writeMoment(value);
  return labelOf(field, value);
}

export const localizedText = (text: Localized | undefined, language: "ru" | "en"): string => text?.[language] ?? text?.[language === "ru" ? "en" : "ru"] ?? "";

function listText(field: FieldView, values: Json[], words: CellWords): string {
  if (values.length === 0) return words.nothing;
  if (field.type === "int" && isRun(values)) return `${String(values[0])}${rangeOf(values)}${String(values.at(-1))}`;
  const texts = values.map((value) => valueText(field, value, words));
  return texts.join(field.type === "text" ? "\n" : field.type === "decimal" || (field.type === "string" && texts.some((text) => /[,;]/.test(text))) ? "; " : ", ");
}

/** Whole numbers one after another read better as a range. */
function isRun(values: Json[]): values is number[] {
  return values.length > 1 && values.every((value, at) => typeof value === "number" && value === (values[0] as number) + at);
}

const plain = (value: Json) => (typeof value === "string" ? value : JSON.stringify(value));

/** A dash beside a minus would be unreadable. */
const rangeOf = (values: Json[]) => (values.some((value) => typeof value === "number" && value < 0) ? " … " : typeof values[0] === "number" ? "–" : " – ");

function durationText(value: Json, words: CellWords): string {
  const read = typeof value === "string" ? readDuration(value) : null;
  if (read === null) return plain(value);
  const { amount, unit } = read;
  if (unit !== "d") return `${amount} ${words.units[unit]}`;
  const form = new Intl.PluralRules(words.language).select(amount);
  const days = words.days as Record<string, string>;
  return `${amount} ${days[form] ?? words.days.other}`;
}
