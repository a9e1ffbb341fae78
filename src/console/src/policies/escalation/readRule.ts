import { type Asked, askedBy, type Column, type Row } from "./document";
import type { Clock, Kind, Localized, SimpleRule, Urgency } from "./rule";

/** The fields that each clock with a number asks about; the last is the one that new rules use, the others are its earlier names. */
export const clockFields = {
  waiting: ["waiting_minutes"],
  pastFirstResponse: ["minutes_past_first_response"],
  pastEscalate: ["minutes_past_escalate"],
  pastHardDeadline: ["minutes_past_hard_deadline"],
  similar: ["similar_complaints", "similar_complaints_7d"],
} as const satisfies Partial<Record<Clock, readonly string[]>>;

/** The row as the simple view says it, or null when it says more or something else than the simple view can. */
export function readRule(columns: readonly Column[], row: Row): SimpleRule | null {
  const asked = askedBy(columns, row);
  if (asked === null || row.condition !== undefined || (row.priority ?? 0) !== 0) return null;
  const of = new Map(asked.map((each) => [each.field, each]));
  if (of.size !== asked.length) return null;
  const take = (field: string): Asked | undefined => {
    const found = of.get(field);
    of.delete(field);
    return found;
  };

  const kind = readKind(take("channel"), take("rating"));
  const urgency = readUrgency(take("priority"));
  const level = readLevel(take("escalation_level"), row.then.level);
  const overdue = readOverdue(take("overdue"));
  const timed = (Object.entries(clockFields) as [keyof typeof clockFields, readonly string[]][]).flatMap(([clock, fields]) =>
    fields.map(take).filter((found) => found !== undefined).map((found) => ({ clock, amount: readAmount(clock, found) })),
  );
  const [only, ...more] = timed;
  const { escalate, whom, message } = row.then;
  if (of.size > 0 || more.length > 0 || kind === null || urgency === null || level === null || overdue === null) return null;
  if (only === undefined ? !overdue : only.amount === null) return null;
  if (escalate !== true || typeof whom !== "string" || whom === "nobody" || !isMessage(message)) return null;
  return {
    enabled: row.enabled ?? true,
    kind,
    urgency,
    clock: only?.clock ?? "overdue",
    amount: only?.amount ?? 0,
    alsoOverdue: only !== undefined && overdue,
    whom,
    level,
    message: message ?? { ru: "", en: "" },
  };
}

function readKind(channel: Asked | undefined, rating: Asked | undefined): Kind | null {
  const [name, ...others] = channel === undefined ? ["any"] : listed(channel);
  if (others.length > 0) return null;
  if (rating === undefined) return name === "any" || name === "review" || name === "question" || name === "chat" ? name : null;
  if (name !== "any" && name !== "review") return null;
  switch (stars(rating).join()) {
    case "1,2":
      return "review12";
    case "1,2,3":
      return "review13";
    default:
      return null;
  }
}

function readUrgency(priority: Asked | undefined): Urgency | null {
  if (priority === undefined) return "any";
  switch (listed(priority).sort().join()) {
    case "urgent":
      return "urgent";
    case "high,urgent":
      return "high";
    default:
      return null;
  }
}

/** A level counts only when it is asked for and put out alike: otherwise the row would apply again and again. */
function readLevel(asked: Asked | undefined, level: unknown): number | null {
  return asked?.op === "lt" && typeof level === "number" && level >= 1 && asked.value === level ? level : null;
}

function readOverdue(asked: Asked | undefined): boolean | null {
  if (asked === undefined) return false;
  return asked.op === "eq" && asked.value === true ? true : null;
}

function readAmount(clock: Clock, { op, value }: Asked): number | null {
  if (typeof value !== "number" || (op !== "gt" && op !== "gte")) return null;
  // Complaints are counted, so "at least 11" is "more than 10"; of a wait nobody notices the one minute.
  const amount = clock === "similar" && op === "gte" ? value - 1 : value;
  return amount >= 0 ? amount : null;
}

function listed({ op, value }: Asked): string[] {
  if (op === "eq" && typeof value === "string") return [value];
  return op === "in" && Array.isArray(value) && value.every((each) => typeof each === "string") ? [...value] : ["?"];
}

function stars({ op, value }: Asked): number[] {
  const numbers = Array.isArray(value) ? value.filter((each) => typeof each === "number") : typeof value === "number" ? [value] : [];
  const [low = 0, high = 0] = op === "between" ? numbers : op === "lte" ? [1, numbers[0]] : op === "lt" ? [1, (numbers[0] ?? 0) - 1] : [];
  if (op === "in") return numbers.toSorted((a, b) => a - b);
  return [1, 2, 3, 4, 5].filter((star) => star >= low && star <= high);
}

function isMessage(value: unknown): value is Localized | undefined {
  if (value === undefined) return true;
  const { ru, en } = (typeof value === "object" && value !== null ? value : {}) as Partial<Localized>;
  return typeof ru === "string" && typeof en === "string";
}
