import { expect, it } from "vitest";
import { summary } from "~/testing/interactions";
import { shareById } from "./shareById";
import type { InteractionPage, InteractionSummary } from "./types";

const list = (...items: InteractionSummary[]) => ({ pages: [{ items, nextCursor: null }] as InteractionPage[], pageParams: [null] });
const itemsOf = (data: unknown) => (data as ReturnType<typeof list>).pages.flatMap((page) => page.items);
const copy = <T>(value: T) => structuredClone(value);

const [a, b, c] = ["a", "b", "c"].map((id) => summary({ id })) as [InteractionSummary, InteractionSummary, InteractionSummary];

it("keeps the identity of every unchanged row when one is inserted above", () => {
  const shared = itemsOf(shareById(list(a, b), list(copy(c), copy(a), copy(b))));
  expect(shared[1]).toBe(a);
  expect(shared[2]).toBe(b);
});

it("renews only the row that changed", () => {
  const shared = itemsOf(shareById(list(a, b), list(copy(a), { ...copy(b), revision: 2 })));
  expect(shared[0]).toBe(a);
  expect(shared[1]).not.toBe(b);
  expect(shared[1]?.revision).toBe(2);
});

it("gives back the very same answer when nothing changed", () => {
  const before = list(a, b);
  expect(shareById(before, copy(before))).toBe(before);
});
