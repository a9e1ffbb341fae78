import { describe, expect, it } from "vitest";
import type { ExplainedRow } from "../api";
import { cutAt, inOrderOfInterest, isMeant, missingIn } from "./rows";

const row = (id: string, outcome: ExplainedRow["outcome"], change: Partial<ExplainedRow> = {}): ExplainedRow => ({
  id,
  outcome,
  description: "Отзыв с оценкой 1–2",
  sentence: "Если отзыв с оценкой 1–2, то срочно",
  conditions: [],
  ...change,
});

describe("the rules of an explanation", () => {
  it("stand with what decided first and near misses next, else in their own order", () => {
    const rows = [row("a", "notMatched"), row("b", "nearMiss"), row("c", "switchedOff"), row("d", "decided"), row("e", "nearMiss"), row("f", "overruled")];
    expect(inOrderOfInterest(rows).map(({ id }) => id)).toEqual(["d", "f", "b", "e", "a", "c"]);
  });

  it.each([
    ["оценкой", true],
    ["ОТЗЫВ срочно", true],
    ["negative-rev", true],
    ["вопрос", false],
    ["отзыв вопрос", false],
    ["  ", true],
  ])("are found by %s: %s", (words, found) => {
    expect(isMeant(row("negative-review", "notMatched"), words)).toBe(found);
  });

  it("are found whether or not ё is written", () => {
    expect(isMeant(row("a", "notMatched", { description: "Вернём деньги" }), "вернем")).toBe(true);
  });

  it("say what was missing, and unknown is missing", () => {
    const question = (text: string, truth: "true" | "false" | "unknown") => ({ kind: "question" as const, text, truth, actual: null, places: [], parts: [] });
    expect(missingIn(row("a", "nearMiss", { conditions: [question("отзыв", "true"), question("оценка", "unknown"), question("тема", "false")] })).map(({ text }) => text)).toEqual(["оценка", "тема"]);
  });
});

describe("places in a text", () => {
  it("are cut out wherever they stand", () => {
    expect(cutAt("Вернём деньги, вернем!", ["вернем"])).toEqual([
      { text: "Вернём", found: true },
      { text: " деньги, ", found: false },
      { text: "вернем", found: true },
      { text: "!", found: false },
    ]);
  });

  it("may touch and overlap", () => {
    expect(cutAt("абвг", ["аб", "бв"])).toEqual([
      { text: "абв", found: true },
      { text: "г", found: false },
    ]);
  });

  it("change nothing when there are none", () => {
    expect(cutAt("текст", ["", "нет такого"])).toEqual([{ text: "текст", found: false }]);
  });
});
