import { expect, it } from "vitest";
import { filterOf, isFiltered, readDeskSearch, withoutView } from "./search";

it("keeps what it knows and drops the rest", () => {
  expect(readDeskSearch({ queue: "waiting", channel: "chat", priority: "urgent", q: " чайник ", mine: true, view: "reasons", x: 1 })).toEqual({
    queue: "waiting",
    channel: "chat",
    priority: "urgent",
    q: "чайник",
    mine: true,
    view: "reasons",
  });
  expect(readDeskSearch({ queue: "nonsense", channel: 7, mine: "yes", q: "" })).toEqual({});
});

it("does not write the usual queue into the address", () => {
  expect(readDeskSearch({ queue: "needs_reply" })).toEqual({});
  expect(filterOf({}).queue).toBe("needs_reply");
});

it("takes digits as a search for digits", () => {
  expect(readDeskSearch({ q: 282950011 })).toEqual({ q: "282950011" });
});

it("knows a filtered list from a queue", () => {
  expect(isFiltered({ queue: "done" })).toBe(false);
  expect(isFiltered({ mine: true })).toBe(true);
  expect(withoutView({ q: "a", view: "reasons" })).toEqual({ q: "a" });
});
