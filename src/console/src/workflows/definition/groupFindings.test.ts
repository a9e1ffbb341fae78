import { expect, it } from "vitest";
import { finding } from "~/testing/workflows";
import { groupFindings } from "./groupFindings";

it("puts what stops a publication first, activity by activity", () => {
  const groups = groupFindings([
    finding({ severity: "warning", activityId: "assign", activityName: "Назначить", message: "a" }),
    finding({ severity: "warning", message: "b" }),
    finding({ message: "c" }),
    finding({ severity: "warning", activityId: null, activityName: null, message: "d" }),
  ]);
  expect(groups.map(({ name, findings }) => [name, findings.map(({ message }) => message)])).toEqual([
    ["Ждать", ["c", "b"]],
    ["Назначить", ["a"]],
    [null, ["d"]],
  ]);
});

it("names an activity by its id when it has no name", () => {
  expect(groupFindings([finding({ activityName: null })])[0]?.name).toBe("wait");
});
