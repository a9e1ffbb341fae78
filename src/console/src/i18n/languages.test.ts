import { expect, it } from "vitest";
import { policiesEn } from "~/policies/words.en";
import { policiesRu } from "~/policies/words.ru";
import { en as pageEn } from "./en";
import { ru as pageRu } from "./ru";

const en = { ...pageEn, policies: policiesEn };
const ru = { ...pageRu, policies: policiesRu };

/** Every key with the plural endings taken off, and the placeholders of its text. */
function shape(tree: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree) as [string, object | string][]) {
    const name = `${path}${key}`;
    if (typeof value === "string") found.set(name.replace(/_(one|few|many|other)$/, ""), placeholders(value));
    else for (const [inner, text] of shape(value, `${name}.`)) found.set(inner, text);
  }
  return found;
}

function texts(tree: object): string[] {
  return Object.values(tree).flatMap((value: object | string) => (typeof value === "string" ? [value] : texts(value)));
}

function placeholders(text: string): string {
  return [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort().join();
}

it("says the same things in both languages, with the same values in them", () => {
  expect(Object.fromEntries(shape(en))).toEqual(Object.fromEntries(shape(ru)));
});

it("speaks plainly: no jargon in what people read", () => {
  expect([...texts(ru), ...texts(en)].join("\n")).not.toMatch(/\bSLA\b|guardrail|confidence|latency/i);
});
