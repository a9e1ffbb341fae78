import { expect, it } from "vitest";
import { inStageOrder } from "./stages";

it("lists the sets in the order in which they are asked, unknown ones last", () => {
  const names = ["returns", "escalation", "guardrails", "abuse", "priority", "sla"].map((name) => ({ name }));
  expect(inStageOrder(names).map(({ name }) => name)).toEqual(["priority", "sla", "guardrails", "escalation", "abuse", "returns"]);
});
