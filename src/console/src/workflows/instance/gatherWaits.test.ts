import { expect, it } from "vitest";
import { gatherWaits } from "./gatherWaits";

const wait = (activityId: string, due: string | null) => ({ activityId, activityName: activityId, name: "", due });

it("says once what an activity waits for, until the first of its due times", () => {
  const found = gatherWaits([wait("reply", null), wait("reply", "2026-11-21T08:00:00Z"), wait("check", null), wait("reply", "2026-11-20T08:00:00Z"), wait("check", null)]);
  expect(found).toEqual([wait("reply", "2026-11-20T08:00:00Z"), wait("check", null)]);
});
