import { expect, it } from "vitest";
import { momentsOf } from "./period";

const now = new Date(2026, 10, 20, 14, 0).getTime();
const at = (day: number, hour = 0) => new Date(2026, 10, day, hour).toISOString();

it("counts days back from now", () => {
  expect(momentsOf({ days: 7 }, now)).toEqual({ from: at(13, 14), to: at(20, 14) });
});

it("takes whole days, the last one included, but nothing of the future", () => {
  expect(momentsOf({ from: "2026-11-01", to: "2026-11-03" }, now)).toEqual({ from: at(1), to: at(4) });
  expect(momentsOf({ from: "2026-11-20", to: "2026-11-20" }, now)).toEqual({ from: at(20), to: at(20, 14) });
  expect(momentsOf({ from: "2026-11-01", to: "2026-12-31" }, now)).toEqual({ from: at(1), to: at(20, 14) });
});

it.each([
  ["", "2026-11-03"],
  ["2026-11-03", ""],
  ["2026-11-03", "2026-11-01"],
  ["2026-12-01", "2026-12-03"],
])("refuses %s to %s", (from, to) => {
  expect(momentsOf({ from, to }, now)).toBeNull();
});
