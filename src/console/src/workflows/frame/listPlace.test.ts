import { beforeEach, expect, it } from "vitest";
import { recallPlace, rememberPlace } from "./listPlace";

const at = (path: string) => ({ location: new URL(path, window.location.origin) }) as unknown as Window;

beforeEach(() => sessionStorage.clear());

it("brings a list back to its page and filters, each list to its own", () => {
  rememberPlace("definitions", at("/studio/definitions?lang=ru&page=2&search=%D0%B6"));
  expect(recallPlace("definitions").toString()).toBe("page=2&search=%D0%B6");
  expect(recallPlace("instances").toString()).toBe("");
});

it("remembers nothing of another page", () => {
  rememberPlace("definitions", at("/sign-in?back=/studio/definitions"));
  rememberPlace("definitions", null);
  expect(recallPlace("definitions").toString()).toBe("");
});

it("opens at the beginning over a page that cannot be looked into", () => {
  const closed = {
    get location(): never {
      throw new DOMException("Blocked", "SecurityError");
    },
  } as unknown as Window;
  rememberPlace("definitions", closed);
  expect(recallPlace("definitions").toString()).toBe("");
});
