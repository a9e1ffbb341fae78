import { describe, expect, it } from "vitest";
import type { PolicyChange } from "../api";
import { groupChanges, hidesValues, tableTitles } from "./groupChanges";

const change = (text: string, change: Partial<PolicyChange> = {}): PolicyChange => ({ kind: "changed", table: "deadlines", row: "r", cell: null, text, before: null, after: null, ...change });

describe("changes between two versions", () => {
  it("stand by table, the set itself first and moved rows last", () => {
    const groups = groupChanges([
      change("a", { kind: "moved" }),
      change("b"),
      change("c", { table: "hours" }),
      change("d", { table: null, row: null }),
      change("e", { kind: "added" }),
    ]);
    expect(groups.map(({ table, changes }) => [table, changes.map(({ text }) => text).join("")])).toEqual([[null, "d"], ["deadlines", "bea"], ["hours", "c"]]);
  });

  it("show their values only where the sentence does not say them", () => {
    expect(hidesValues(change("первый ответ: 30 → 20 минут", { before: "30", after: "20 минут" }))).toBe(false);
    expect(hidesValues(change("Изменилось описание", { before: "А", after: "Б" }))).toBe(true);
    expect(hidesValues(change("Строка добавлена", { after: null }))).toBe(false);
  });
});

it("reads the titles of tables, and nothing from a broken text", () => {
  const text = JSON.stringify({ tables: [{ name: "hours", title: { ru: "Часы", en: "Hours" } }, { name: "plain" }] });
  expect([...tableTitles(text, "ru")]).toEqual([["hours", "Часы"], ["plain", "plain"]]);
  expect([...tableTitles("{", "ru")]).toEqual([]);
  expect([...tableTitles(undefined, "en")]).toEqual([]);
});
