import { expect, it } from "vitest";
import { fitsHardLimits, lengthOf, lengthState } from "./length";

const limits = { hardMin: 2, hardMax: 5000, styleMin: 20, styleMax: 500 };

it("counts as the server does: without the white space around", () => {
  expect(lengthOf("  да\n")).toBe(2);
});

it.each([
  ["", "empty", false],
  ["а", "tooShortHard", false],
  ["Спасибо!", "tooShortStyle", true],
  ["а".repeat(20), "good", true],
  ["а".repeat(500), "good", true],
  ["а".repeat(501), "tooLongStyle", true],
  ["а".repeat(4501), "nearMax", true],
  ["а".repeat(5000), "nearMax", true],
  ["а".repeat(5001), "tooLongHard", false],
])("tells %# apart", (text, state, fits) => {
  expect(lengthState(text, limits)).toBe(state);
  expect(fitsHardLimits(lengthState(text, limits))).toBe(fits);
});
