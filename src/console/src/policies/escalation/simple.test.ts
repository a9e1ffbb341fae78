import { describe, expect, it } from "vitest";
import { acceptExample } from "./acceptExample";
import type { EscalationDocument, Row } from "./document";
import { describeRule } from "./phrases";
import { newRule, type SimpleRule } from "./rule";
import text from "../../../../../rules/escalation.json?raw";
import { addRule, documentToSimple, type Entry, moveRule, simpleToDocument } from "./simple";

const shipped = JSON.parse(text) as EscalationDocument;

const row = (when: Row["when"], change: Partial<Row> = {}, level = 1): Row => ({
  id: "r",
  when: { escalation_level: level, ...when },
  then: { escalate: true, level, whom: "manager", message: { ru: "Ждёт", en: "Waits" } },
  ...change,
});

const documentOf = (...rows: Row[]): EscalationDocument => ({
  name: "escalation",
  tables: [
    {
      name: "levels",
      columns: [
        { field: "escalation_level", op: "lt" },
        { field: "waiting_minutes", op: "gte" },
        { field: "overdue", op: "eq" },
        { field: "similar_complaints_7d", op: "gt" },
        { field: "rating", op: "in" },
      ],
      rows,
    },
  ],
});

const only = (document: EscalationDocument): SimpleRule | null => documentToSimple(document)[0]?.rule ?? null;

/** The document with a change to its first rule. */
function changed(document: EscalationDocument, change: Partial<SimpleRule>): EscalationDocument {
  const [first, ...rest] = documentToSimple(document);
  if (!first?.rule) throw new Error("The first row is a special one");
  return simpleToDocument(document, [{ ...first, rule: { ...first.rule, ...change } }, ...rest]);
}

const firstRow = (document: EscalationDocument): Row => {
  const found = document.tables[0]?.rows[0];
  if (!found) throw new Error("No row");
  return found;
};

describe("the shipped escalation", () => {
  it("comes back the very same when nothing was changed", () => {
    expect(simpleToDocument(shipped, documentToSimple(shipped))).toEqual(shipped);
    expect(JSON.stringify(simpleToDocument(shipped, documentToSimple(shipped)))).toBe(JSON.stringify(shipped));
  });

  it("says in the simple view what it says in the table", () => {
    const rules = documentToSimple(shipped).flatMap(({ rule }) => rule ?? []);
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(rule.whom).toMatch(/operator|manager|owner/);
  });

  it("reads every rule that it wrote the way it wrote it", () => {
    const entries = documentToSimple(shipped).map((entry): Entry => (entry.rule ? { ...entry, rule: { ...entry.rule, amount: entry.rule.clock === "overdue" ? 0 : 77, urgency: "urgent" } } : entry));
    const again = documentToSimple(simpleToDocument(shipped, entries));
    expect(again.map(({ rule }) => rule)).toEqual(entries.map(({ rule }) => rule));
  });
});

describe("a row", () => {
  it.each<[string, Row, Partial<SimpleRule>]>([
    ["waits", row({ waiting_minutes: 45 }), { clock: "waiting", amount: 45, kind: "any", urgency: "any", alsoOverdue: false, whom: "manager", level: 1, enabled: true }],
    ["waits and is overdue", row({ waiting_minutes: 45, overdue: true }), { clock: "waiting", alsoOverdue: true }],
    ["is overdue", row({ overdue: true }), { clock: "overdue", amount: 0, alsoOverdue: false }],
    ["counts complaints", row({ similar_complaints_7d: 10 }), { clock: "similar", amount: 10 }],
    ["counts complaints from eleven", row({ similar_complaints_7d: { op: "gte", value: 11 } }), { clock: "similar", amount: 10 }],
    ["asks for stars", row({ waiting_minutes: 1, rating: [2, 1] }), { kind: "review12" }],
    ["asks for at most three stars", row({ waiting_minutes: 1, rating: { op: "lte", value: 3 } }), { kind: "review13" }],
    ["is switched off", row({ waiting_minutes: 1 }, { enabled: false }), { enabled: false }],
  ])("that %s is simple", (_, written, rule) => {
    expect(only(documentOf(written))).toMatchObject(rule);
  });

  it.each<[string, Row]>([
    ["has a free condition", row({ waiting_minutes: 1 }, { condition: { field: "intent", op: "eq", value: "thanks" } })],
    ["has a priority of its own", row({ waiting_minutes: 1 }, { priority: 5 })],
    ["asks something else", row({ waiting_minutes: 1, intent: "thanks" })],
    ["asks for four stars", row({ waiting_minutes: 1, rating: [4] })],
    ["waits for two things", row({ waiting_minutes: 1, similar_complaints_7d: 3 })],
    ["begins before the deadline", row({ waiting_minutes: { op: "gte", value: -30 } })],
    ["waits for at most so long", row({ waiting_minutes: { op: "lt", value: 5 } })],
    ["waits for nothing", row({})],
    ["asks for not being overdue", row({ waiting_minutes: 1, overdue: false })],
    ["would repeat without end", { ...row({ waiting_minutes: 1 }), when: { waiting_minutes: 1 } }],
    ["asks for another level than it reaches", row({ waiting_minutes: 1, escalation_level: 3 })],
    ["does not escalate", row({ waiting_minutes: 1 }, { then: { escalate: false, level: 1, whom: "manager" } })],
    ["tells nobody", row({ waiting_minutes: 1 }, { then: { escalate: true, level: 1, whom: "nobody" } })],
  ])("that %s is special and kept untouched", (_, written) => {
    const document = documentOf(written, row({ waiting_minutes: 5 }, { id: "simple" }));
    const entries = documentToSimple(document);
    expect(entries.map(({ rule }) => rule === null)).toEqual([true, false]);
    const after = simpleToDocument(document, entries.map((entry) => (entry.rule ? { ...entry, rule: { ...entry.rule, amount: 9 } } : entry)));
    expect(firstRow(after)).toBe(written);
  });

  it("of a locked table is special", () => {
    const document = documentOf(row({ waiting_minutes: 1 }));
    expect(only({ ...document, tables: document.tables.map((table) => ({ ...table, locked: true })) })).toBeNull();
  });
});

describe("a change", () => {
  it("touches nothing but what it is about, and says the new reason", () => {
    const written = row({ waiting_minutes: { op: "gt", value: 30 } }, { note: "из письма", then: { escalate: true, level: 1, whom: "manager", message: { ru: "Мой текст", en: "Mine" }, extra: 1 } });
    const after = firstRow(changed(documentOf(written), { amount: 45 }));
    expect(after).toEqual({ ...written, when: { escalation_level: 1, waiting_minutes: { op: "gt", value: 45 } }, description: { ru: "Обращение ждёт ответа дольше 45 минут", en: "An item has waited for a reply for more than 45 minutes" } });
  });

  it("of whom leaves the conditions and the reason alone", () => {
    const written = row({ waiting_minutes: 30 }, { description: { ru: "А", en: "B" } });
    expect(firstRow(changed(documentOf(written), { whom: "owner" }))).toEqual({ ...written, then: { ...written.then, whom: "owner" } });
  });

  it("adds the columns that the table does not have", () => {
    const after = changed(documentOf(row({ waiting_minutes: 30 })), { kind: "chat", urgency: "high", clock: "pastFirstResponse", amount: 15 });
    expect(firstRow(after).when).toEqual({ escalation_level: 1, channel: "chat", priority: ["high", "urgent"], minutes_past_first_response: 15 });
    expect(after.tables[0]?.columns?.slice(5)).toEqual([
      { field: "channel", op: "eq" },
      { field: "priority", op: "in" },
      { field: "minutes_past_first_response", op: "gte" },
    ]);
    expect(only(after)).toMatchObject({ kind: "chat", urgency: "high", clock: "pastFirstResponse", amount: 15 });
  });

  it("writes an operator of its own where the column has another", () => {
    const document = documentOf(row({ waiting_minutes: 30 }));
    const columns = (document.tables[0]?.columns ?? []).map((column) => (column.field === "rating" ? { ...column, op: "lte" } : column));
    const after = changed({ ...document, tables: document.tables.map((table) => ({ ...table, columns })) }, { kind: "review12" });
    expect(firstRow(after).when?.rating).toEqual({ op: "in", value: [1, 2] });
  });

  it("of the level is asked for and reached alike", () => {
    const after = firstRow(changed(documentOf(row({ waiting_minutes: 30 })), { level: 2 }));
    expect([after.when?.escalation_level, after.then.level]).toEqual([2, 2]);
  });

  it("uses the name of complaints that the table has", () => {
    const old = documentOf(row({ waiting_minutes: 30 }));
    const columns = [...(old.tables[0]?.columns ?? []).slice(0, 3), { field: "similar_complaints", op: "gte" }];
    const after = changed({ ...old, tables: old.tables.map((table) => ({ ...table, columns })) }, { clock: "similar", amount: 10 });
    expect(firstRow(after).when?.similar_complaints).toEqual({ op: "gt", value: 10 });
  });
});

describe("the list of rules", () => {
  const document = documentOf(row({ waiting_minutes: 30 }, { id: "a" }), row({ overdue: true }, { id: "own-rule-1" }));

  it("grows at its end, under an id that is free", () => {
    const entries = addRule(document, documentToSimple(document), { ...newRule, message: { ru: "", en: "" } }) ?? [];
    const after = simpleToDocument(document, entries);
    expect(after.tables[0]?.rows.map(({ id }) => id)).toEqual(["a", "own-rule-1", "own-rule-2"]);
    expect(documentToSimple(after).at(-1)?.rule).toMatchObject({ clock: "waiting", amount: 60, message: describeRule(newRule) });
  });

  it("keeps the order that a person gives it", () => {
    const entries = documentToSimple(document);
    expect(simpleToDocument(document, moveRule(entries, "own-rule-1", -1)).tables[0]?.rows.map(({ id }) => id)).toEqual(["own-rule-1", "a"]);
    expect(moveRule(entries, "a", -1)).toEqual(entries);
    expect(moveRule(entries, "own-rule-1", 1)).toEqual(entries);
  });

  it("can lose a rule", () => {
    expect(simpleToDocument(document, documentToSimple(document).slice(1)).tables[0]?.rows.map(({ id }) => id)).toEqual(["own-rule-1"]);
  });

  it("takes no rule when every table is locked", () => {
    expect(addRule({ tables: [{ name: "x", locked: true, rows: [] }] }, [], newRule)).toBeNull();
  });
});

it.each<[Partial<SimpleRule>, string, string]>([
  [{ amount: 60 }, "Обращение ждёт ответа дольше 1 часа", "An item has waited for a reply for more than 1 hour"],
  [{ amount: 61, urgency: "urgent" }, "Срочное обращение ждёт ответа дольше 61 минуты", "An urgent item has waited for a reply for more than 61 minutes"],
  [{ kind: "review12", urgency: "high", amount: 11 }, "Важный или срочный отзыв с оценкой 1–2 ждёт ответа дольше 11 минут", "An important or urgent review of 1–2 stars has waited for a reply for more than 11 minutes"],
  [{ clock: "pastEscalate", amount: 0 }, "Обращение без ответа, срок передачи выше прошёл", "An item has no reply and the time to pass it on has passed"],
  [{ kind: "chat", clock: "overdue" }, "Чат без ответа, крайний срок прошёл", "A chat has no reply and its hard deadline has passed"],
  [{ clock: "similar", amount: 10 }, "Похожих жалоб на товар за неделю больше 10", "More than 10 similar complaints about the product within a week"],
])("%o reads well", (change, ru, en) => {
  expect(describeRule({ ...newRule, ...change })).toEqual({ ru, en });
});

it("lets an example expect what the rules say now, but only about what it names", () => {
  const document: EscalationDocument = {
    tables: [],
    examples: [{ name: "a", facts: { overdue: true }, outputs: { escalate: false }, rows: [] }, { name: "b", outputs: { level: 1 } }],
  };
  const outcome = { outputs: { escalate: true, level: 2, whom: "owner" }, rows: ["x"] };
  expect(acceptExample(document, { name: "a", ...outcome }).examples).toEqual([{ name: "a", facts: { overdue: true }, outputs: { escalate: true }, rows: ["x"] }, document.examples?.[1]]);
  expect(acceptExample(document, { name: "b", ...outcome }).examples?.[1]).toEqual({ name: "b", outputs: { level: 2 } });
});
