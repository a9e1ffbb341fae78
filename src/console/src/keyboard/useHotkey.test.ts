import { expect, it } from "vitest";
import { matches } from "./useHotkey";

const press = (init: KeyboardEventInit) => new KeyboardEvent("keydown", init);

it("finds a letter on a Russian layout by its place", () => {
  expect(matches("j", press({ key: "о", code: "KeyJ" }))).toBe(true);
  expect(matches("j", press({ key: "j", code: "KeyJ" }))).toBe(true);
  expect(matches("j", press({ key: "о", code: "KeyJ", ctrlKey: true }))).toBe(false);
});

it("takes Ctrl and Command alike", () => {
  expect(matches("mod+k", press({ key: "л", code: "KeyK", ctrlKey: true }))).toBe(true);
  expect(matches("mod+k", press({ key: "k", code: "KeyK", metaKey: true }))).toBe(true);
  expect(matches("mod+k", press({ key: "k", code: "KeyK" }))).toBe(false);
});

it("tells the slash and the question mark apart", () => {
  const question = press({ key: "?", code: "Slash", shiftKey: true });
  const slash = press({ key: "/", code: "Slash" });
  expect([matches("?", question), matches("/", question), matches("?", slash), matches("/", slash)]).toEqual([true, false, false, true]);
});
