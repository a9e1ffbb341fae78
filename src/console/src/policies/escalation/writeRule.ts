import { ask, askedBy, type Column, type Row } from "./document";
import { describeRule } from "./phrases";
import { clockFields } from "./readRule";
import type { Kind, SimpleRule } from "./rule";

const clockCells = new Set<string>([...Object.values(clockFields).flat(), "overdue"]);
const stars: Partial<Record<Kind, number[]>> = { review12: [1, 2], review13: [1, 2, 3] };

/**
 * The row with what changed between the two rules written into it, and nothing else touched. Columns that it needs and the table
 * does not have are added to `columns`. Without `before` the whole rule is written.
 */
export function writeRule(columns: Column[], row: Row, before: SimpleRule | null, after: SimpleRule): Row {
  const changed = (...names: (keyof SimpleRule)[]) => before === null || names.some((name) => before[name] !== after[name]);
  const asked = askedBy(columns, row) ?? [];
  const when = { ...row.when };
  const drop = (gone: (field: string) => boolean) => {
    for (const { cell, field } of asked) if (gone(field)) Reflect.deleteProperty(when, cell);
  };

  if (changed("kind")) {
    drop((field) => field === "channel" || field === "rating");
    const rating = stars[after.kind];
    if (rating) ask(columns, when, "rating", "in", rating);
    else if (after.kind !== "any") ask(columns, when, "channel", "eq", after.kind);
  }
  if (changed("urgency")) {
    drop((field) => field === "priority");
    if (after.urgency !== "any") ask(columns, when, "priority", "in", after.urgency === "high" ? ["high", "urgent"] : ["urgent"]);
  }
  if (changed("level")) {
    drop((field) => field === "escalation_level");
    ask(columns, when, "escalation_level", "lt", after.level);
  }
  if (changed("clock", "amount", "alsoOverdue")) {
    drop((field) => clockCells.has(field));
    if (after.clock === "overdue" || after.alsoOverdue) ask(columns, when, "overdue", "eq", true);
    if (after.clock !== "overdue") {
      const names: readonly string[] = clockFields[after.clock];
      const field = columns.find((column) => column.field !== undefined && names.includes(column.field))?.field ?? names.at(-1) ?? "";
      const op = asked.find((each) => each.field === field)?.op ?? (after.clock === "similar" ? "gt" : "gte");
      ask(columns, when, field, op, after.clock === "similar" && op === "gte" ? after.amount + 1 : after.amount);
    }
  }

  const sentence = describeRule(after);
  const says = before === null || describeRule(before).ru !== sentence.ru;
  const written: Row = {
    ...row,
    ...(!after.enabled && { enabled: false }),
    ...(says && { description: sentence }),
    when,
    then: {
      ...row.then,
      escalate: true,
      level: after.level,
      whom: after.whom,
      ...(changed("message") && { message: { ru: after.message.ru.trim() || sentence.ru, en: after.message.en.trim() || sentence.en } }),
    },
  };
  if (after.enabled) delete written.enabled;
  return written;
}
