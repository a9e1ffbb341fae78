import { expect, it } from "vitest";
import { asSent, type Effective, faultOf } from "./effective";

const now = new Date(2026, 10, 20, 14, 0).getTime();

it.each<[Effective, ReturnType<typeof faultOf>]>([
  [{ from: null, to: null }, null],
  [{ from: "2026-11-20T14:30", to: null }, null],
  [{ from: "", to: null }, "noFrom"],
  [{ from: "2026-11-20T14:00", to: null }, "pastFrom"],
  [{ from: null, to: "2026-11-20T13:00" }, "badTo"],
  [{ from: null, to: "" }, "badTo"],
  [{ from: "2026-11-21T00:00", to: "2026-11-21T00:00" }, "badTo"],
  [{ from: "2026-11-21T00:00", to: "2026-11-22T00:00" }, null],
])("%o: %s", (effective, fault) => {
  expect(faultOf(effective, now)).toBe(fault);
});

it("sends moments, and nothing for at once", () => {
  expect(asSent({ from: null, to: null })).toEqual({ effectiveFrom: null, effectiveTo: null });
  expect(asSent({ from: "2026-11-21T09:00", to: null }).effectiveFrom).toBe(new Date(2026, 10, 21, 9).toISOString());
});
