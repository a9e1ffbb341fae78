import { expect, it } from "vitest";
import type { Decision } from "~/api/types";
import { latestOf, minutesOf } from "./decisions";

const decision = (set: string, at: string): Decision => ({ id: at, stage: set, set, title: set, version: "platform-1", at, rows: [], outputs: {} });

it("takes the last decision of a set", () => {
  const decisions = [decision("sla", "2026-11-20T10:00:00Z"), decision("sla", "2026-11-20T12:00:00Z"), decision("priority", "2026-11-20T13:00:00Z")];
  expect(latestOf(decisions, "sla")?.id).toBe("2026-11-20T12:00:00Z");
  expect(latestOf(decisions, "routing")).toBeUndefined();
});

it("reads minutes however their names are spelled", () => {
  expect(minutesOf({ firstResponseMinutes: 30, escalate_after: "15", hard_deadline_minutes: 60, clock: "calendar" })).toEqual({
    firstResponse: 30,
    escalate: 15,
    hard: 60,
  });
});
