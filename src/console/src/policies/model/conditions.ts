import type { FieldBook } from "./fields";
import { askedText } from "./cellText";
import type { CellWords } from "./cellWords";
import type { Condition, Question } from "./types";

export type ConditionKind = "all" | "any" | "not" | "question";

export const kindOf = (condition: Condition): ConditionKind => ("all" in condition ? "all" : "any" in condition ? "any" : "not" in condition ? "not" : "question");

export function partsOf(condition: Condition): Condition[] {
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any;
  return "not" in condition ? [condition.not] : [];
}

/** The way to a part of a condition: the places among the parts, from the outside in. */
export type ConditionPath = number[];

export function partAt(condition: Condition, path: ConditionPath): Condition | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return condition;
  const part = partsOf(condition)[first];
  return part && partAt(part, rest);
}

/** The condition with a part replaced, or without it. Groups that hold nothing any more go too. */
export function changePart(condition: Condition, path: ConditionPath, change: (part: Condition) => Condition | null): Condition | null {
  const [first, ...rest] = path;
  if (first === undefined) return change(condition);
  if ("not" in condition) {
    const inner = changePart(condition.not, rest, change);
    return inner === null ? null : { ...condition, not: inner };
  }
  const parts = partsOf(condition).flatMap((part, at) => {
    if (at !== first) return [part];
    const changed = changePart(part, rest, change);
    return changed === null ? [] : [changed];
  });
  if (parts.length === 0) return null;
  return "all" in condition ? { ...condition, all: parts } : { ...condition, any: parts };
}

/** A part more at the end of a group; what is no group becomes one. */
export function addPart(group: Condition, part: Condition): Condition {
  if ("all" in group) return { ...group, all: [...group.all, part] };
  if ("any" in group) return { ...group, any: [...group.any, part] };
  return { all: [group, part] };
}

/** The same parts held together in another way. */
export function turnInto(condition: Condition, kind: "all" | "any"): Condition {
  const parts = "all" in condition || "any" in condition ? partsOf(condition) : [condition];
  return kind === "all" ? { all: parts } : { any: parts };
}

/** A question changed into its opposite and back. */
export const negated = (condition: Condition): Condition => ("not" in condition ? condition.not : { not: condition });

/** A condition in a few words, for its cell. */
export function conditionText(condition: Condition, book: FieldBook, words: CellWords, inside = false): string {
  if ("not" in condition) return `${words.not} (${conditionText(condition.not, book, words)})`;
  if ("all" in condition || "any" in condition) {
    const parts = partsOf(condition).map((part) => conditionText(part, book, words, true));
    const text = parts.join("all" in condition ? ` ${words.and} ` : ` ${words.or} `);
    return inside && parts.length > 1 ? `(${text})` : text;
  }
  return questionText(condition, book, words);
}

function questionText(question: Question, book: FieldBook, words: CellWords): string {
  const field = book.of(question);
  return `${field.title}: ${askedText(field, question, words).replaceAll("\n", ", ")}`;
}
