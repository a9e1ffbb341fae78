import { expect, it } from "vitest";
import type { VersionView } from "../api";
import { possibleWith } from "./possible";

it.each<[VersionView["origin"], VersionView["state"], boolean, string]>([
  ["platform", "active", true, "copy"],
  ["platform", "retired", false, "copy"],
  ["seller", "draft", false, "publish shadow"],
  ["seller", "shadow", false, "publish stopShadow"],
  ["seller", "scheduled", false, "publish cancelPlan"],
  ["seller", "active", true, ""],
  ["seller", "retired", false, "rollback shadow"],
])("%s %s (in force: %s): %s", (origin, state, inForce, actions) => {
  expect(possibleWith({ origin, state, inForce } as VersionView).join(" ")).toBe(actions);
});
