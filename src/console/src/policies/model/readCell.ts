import type { FieldView, OperatorName } from "../api";
import type { Asked } from "./cells";
import { type CellWords, fill } from "./cellWords";
import type { DurationUnit } from "./duration";
import { readDuration, writeDuration } from "./duration";
import { readMoment } from "./moment";
import type { Json, Localized } from "./types";

export type Read<T> = { read: T } | { expected: string };

type Prefix = "lt" | "lte" | "gt" | "gte" | "ne" | "notIn" | "hasAll" | "hasNone";

const signs: [string, Prefix][] = [["<=", "lte"], [">=", "gte"], ["≤", "lte"], ["≥", "gte"], ["<", "lt"], [">", "gt"], ["!=", "ne"], ["≠", "ne"]];

/** Reads what a person typed or pasted into a condition cell: the words of askedText, signs such as ≥, labels or names. */
export function readAsked(field: FieldView, columnOp: OperatorName, operators: OperatorName[], text: string, words: CellWords): Read<Asked | null> {
  const typed = text.trim();
  if (typed === "" || typed === "—" || typed === "-") return { read: null };
  const lower = typed.toLowerCase();
  if (operators.includes("isKnown") && (lower === words.known || lower === words.unknown)) return { read: { op: "isKnown", value: lower === words.known } };
  if (field.type === "text") return readText(columnOp, typed);
  if (operators.includes("within") && lower.startsWith(before(words.within))) {
    const length = readLength(typed.slice(before(words.within).length), words);
    return length === null ? { expected: words.expected.duration } : { read: { op: "within", value: length } };
  }

  const { op, rest } = prefixOf(typed, operators, words);
  if (op === null) {
    const range = operators.includes("between") ? readRange(field, typed, words) : null;
    if (range) return { read: ofRange(field, columnOp, range) };
  }
  const many = readList(field, rest, words);
  if ("expected" in many) return many;
  return ofValues(op, columnOp, operators, many.read) ?? { expected: expectedOf(field, words) };
}

/** Reads a value for an output or a fact. Undefined: nothing is put out. */
export function readValue(field: FieldView, text: string, words: CellWords, old?: Json): Read<Json | undefined> {
  const typed = text.trim();
  if (field.type === "localized") return { read: typed === "" ? undefined : { ...(old as Localized | undefined), [words.language]: typed } };
  if (typed === "" || typed === "—") return { read: undefined };
  if (field.type === "set") return typed.toLowerCase() === words.nothing ? { read: [] } : readList(field, typed, words);
  if (field.type === "string" || field.type === "text") return { read: typed };
  const one = readOne(field, typed, words);
  return one === undefined ? { expected: expectedOf(field, words) } : { read: one };
}

/** What may be written, as a person is told. */
export function expectedOf(field: FieldView, words: CellWords): string {
  const { expected } = words;
  switch (field.type) {
    case "bool":
      return `${words.yes}, ${words.no}`;
    case "enum":
    case "set":
      return fill(expected.oneOf, field.values.map(({ label }) => label).join(", "));
    case "int":
    case "decimal": {
      const range = [field.min === null ? "" : fill(expected.from, String(field.min)), field.max === null ? "" : fill(expected.to, String(field.max))].filter((part) => part !== "").join(" ");
      return `${field.type === "int" ? expected.whole : expected.number}${range === "" ? "" : ` ${range}`}`;
    }
    case "duration":
      return expected.duration;
    case "instant":
      return expected.instant;
    default:
      return expected.text;
  }
}

function readText(columnOp: OperatorName, typed: string): Read<Asked> {
  if (typed.length > 2 && typed.startsWith("/") && typed.endsWith("/")) return { read: { op: "matches", value: typed.slice(1, -1) } };
  const phrases = typed.split("\n").map((line) => line.trim().replace(/^«(.*)»$/, "$1")).filter((line) => line !== "");
  const [first = ""] = phrases;
  if (phrases.length === 1 && columnOp === "contains") return { read: { op: "contains", value: first } };
  if (columnOp === "matches" && phrases.length === 1) return { read: { op: "matches", value: first } };
  return { read: { op: "containsAny", value: phrases } };
}

const before = (template: string) => template.slice(0, template.indexOf("{{value}}"));

function prefixOf(typed: string, operators: OperatorName[], words: CellWords): { op: Prefix | null; rest: string } {
  const lower = typed.toLowerCase();
  const known = (["lt", "lte", "gt", "gte", "hasAll", "hasNone", "ne"] as const).map((op): [string, Prefix] => [before(words[op]), op]);
  // The longest first: "не больше" begins with "не" too.
  const found = [...known, ...signs].sort(([a], [b]) => b.length - a.length).find(([prefix, op]) => operators.includes(op) && lower.startsWith(prefix));
  return found ? { op: found[1], rest: typed.slice(found[0].length).trim() } : { op: null, rest: typed };
}

function readRange(field: FieldView, typed: string, words: CellWords): [Json, Json] | null {
  const ends = typed.split(/\s*(?:…|\.\.\.?|–|(?<=[\d\p{L}])\s*-)\s*/u);
  if (ends.length !== 2) return null;
  const [from, to] = ends.map((end) => readOne(field, end, words));
  return from === undefined || to === undefined ? null : [from, to];
}

function ofRange(field: FieldView, columnOp: OperatorName, [from, to]: [Json, Json]): Asked {
  const isShort = field.type === "int" && typeof from === "number" && typeof to === "number" && to >= from && to - from < 50;
  if (columnOp === "in" && isShort) return { op: "in", value: Array.from({ length: to - from + 1 }, (_, at) => from + at) };
  return { op: "between", value: [from, to] };
}

function ofValues(op: Prefix | null, columnOp: OperatorName, operators: OperatorName[], values: Json[]): Read<Asked> | null {
  const [first = null] = values;
  const one = values.length === 1;
  if (op === "ne") return { read: one && !(columnOp === "notIn") ? { op: "ne", value: first } : { op: "notIn", value: values } };
  if (op === "hasAll" || op === "hasNone") return { read: { op, value: values } };
  if (op !== null) return one ? { read: { op, value: first } } : null;
  if (operators.includes("hasAny")) {
    if (columnOp === "has" && one) return { read: { op: "has", value: first } };
    return { read: { op: "hasAny", value: values } };
  }
  if (columnOp === "in" && operators.includes("in")) return { read: { op: "in", value: values } };
  if (one) return { read: { op: "eq", value: first } };
  return operators.includes("in") ? { read: { op: "in", value: values } } : null;
}

function readList(field: FieldView, typed: string, words: CellWords): Read<Json[]> {
  const values = field.values.length > 0 ? readLabels(field, typed) : partsOf(field, typed).map((part) => readOne(field, part, words));
  return values.length === 0 || values.includes(undefined) ? { expected: expectedOf(field, words) } : { read: [...new Set(values as Json[])] };
}

function partsOf(field: FieldView, typed: string): string[] {
  if (field.type === "int") {
    const run = /^(-?\d+)\s*(?:–|-|…)\s*(-?\d+)$/.exec(typed);
    if (run && Number(run[2]) >= Number(run[1]) && Number(run[2]) - Number(run[1]) < 50) return Array.from({ length: Number(run[2]) - Number(run[1]) + 1 }, (_, at) => String(Number(run[1]) + at));
  }
  const separator = field.type === "decimal" || (field.type === "string" && typed.includes(";")) ? /\s*;\s*/ : /\s*[,;]\s*/;
  return typed.split(separator).map((part) => part.trim()).filter((part) => part !== "");
}

/** Labels may hold commas themselves, so the longest known one is taken at each place. */
function readLabels(field: FieldView, typed: string): (string | undefined)[] {
  const known = field.values.flatMap(({ value, label }): [string, string][] => [[label.toLowerCase(), value], [value.toLowerCase(), value]]).sort(([a], [b]) => b.length - a.length);
  const values: (string | undefined)[] = [];
  let rest = typed.trim().toLowerCase();
  while (rest !== "") {
    const found = known.find(([name]) => rest.startsWith(name) && /^\s*(?:[,;]|$|и\s|или\s|and\s|or\s)/.test(rest.slice(name.length)));
    if (!found) return [undefined];
    values.push(found[1]);
    rest = rest.slice(found[0].length).replace(/^\s*(?:[,;]|(?:и|или|and|or)\s)?\s*/, "");
  }
  return values;
}

function readOne(field: FieldView, text: string, words: CellWords): Json | undefined {
  const typed = text.trim();
  switch (field.type) {
    case "enum":
    case "set": {
      const [first] = readLabels(field, typed);
      return first;
    }
    case "bool":
      return readBool(typed.toLowerCase(), words);
    case "int":
    case "decimal":
      return readNumber(field, typed);
    case "duration":
      return readLength(typed, words) ?? undefined;
    case "instant":
      return readMoment(typed) ?? undefined;
    default:
      return typed;
  }
}

function readBool(typed: string, words: CellWords): boolean | undefined {
  if ([words.yes, "true", "1", "истина", "+"].includes(typed)) return true;
  return [words.no, "false", "0", "ложь"].includes(typed) ? false : undefined;
}

function readNumber(field: FieldView, typed: string): number | undefined {
  const plain = typed.replaceAll(/[\s\u00a0]/g, "").replace("−", "-").replace(",", ".");
  const digits = field.unit === null ? plain : plain.replace(new RegExp(`${escaped(field.unit)}\\.?$`, "i"), "");
  if (!(field.type === "int" ? /^-?\d+$/ : /^-?\d+(\.\d{1,6})?$/).test(digits)) return undefined;
  const number = Number(digits);
  return number < (field.min ?? number) || number > (field.max ?? number) ? undefined : number;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\\s]/g, (sign) => (/\s/.test(sign) ? "" : `\\${sign}`));

const unitStarts: [RegExp, DurationUnit][] = [[/^(с|s)/, "s"], [/^(м|m)/, "m"], [/^(ч|h)/, "h"], [/^(д|сут|d)/, "d"]];

function readLength(text: string, words: CellWords): string | null {
  const typed = text.trim().toLowerCase();
  const exact = readDuration(text.trim());
  if (exact) return writeDuration(exact);
  const [, amount = "", name = ""] = /^(\d+)\s*(\p{L}+)\.?$/u.exec(typed) ?? [];
  const known = (Object.entries(words.units) as [DurationUnit, string][]).find(([, word]) => word === name)?.[0];
  // «сут» begins like «с»: days are asked before seconds.
  const unit = known ?? [...unitStarts].reverse().find(([start]) => start.test(name))?.[1];
  return amount === "" || unit === undefined ? null : writeDuration({ amount: Number(amount), unit });
}
