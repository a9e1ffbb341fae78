import type { FieldView, OperatorName } from "../api";
import type { Json } from "../model/types";

export type OperandKind = "one" | "many" | "range" | "length" | "known" | "phrases" | "phrase" | "regex";

/** What an operator compares with. */
export function operandKind(field: FieldView, op: OperatorName): OperandKind {
  switch (op) {
    case "isKnown":
      return "known";
    case "within":
      return "length";
    case "between":
      return "range";
    case "containsAny":
      return "phrases";
    case "contains":
      return "phrase";
    case "matches":
      return "regex";
    case "in":
    case "notIn":
    case "hasAny":
    case "hasAll":
    case "hasNone":
      return "many";
    default:
      return field.type === "text" ? "phrase" : "one";
  }
}

/** What was written, as far as another operator can take it; undefined when it has to be written anew. */
export function carriedOver(value: Json | undefined, from: OperandKind, to: OperandKind): Json | undefined {
  if (from === to) return value;
  if (to === "known") return true;
  if (from === "known" || from === "length" || to === "length" || from === "regex" || to === "regex" || value === undefined) return undefined;
  const [first] = Array.isArray(value) ? value : [value];
  switch (to) {
    case "one":
    case "phrase":
      return first;
    case "range":
      return first === undefined ? undefined : [first, (Array.isArray(value) ? value.at(-1) : undefined) ?? first];
    default:
      return Array.isArray(value) ? value : [value];
  }
}

const smallDomain = 12;

/** The whole numbers of a field when they are few enough to choose from. */
export function fewNumbers(field: FieldView): number[] | null {
  if (field.type !== "int" || field.min === null || field.max === null || field.max - field.min >= smallDomain) return null;
  const { min, max } = field;
  return Array.from({ length: max - min + 1 }, (_, at) => min + at);
}
