import { expect, it } from "vitest";
import { readImport } from "./readImport";

const known = ["priority", "sla"];

it("finds the set by the name in the file", () => {
  expect(readImport('{"name":"sla","tables":[]}', known)).toEqual({ ok: true, set: "sla" });
});

it.each([
  ['{"tables":[]}', { ok: false, fault: "importNoName" }],
  ["[]", { ok: false, fault: "importNoName" }],
  ["null", { ok: false, fault: "importNoName" }],
  ['{"name":"workflow"}', { ok: false, fault: "importUnknown", name: "workflow" }],
])("refuses %s", (text, refusal) => {
  expect(readImport(text, known)).toEqual(refusal);
});

it("says why a text is not JSON", () => {
  expect(readImport("{", known)).toMatchObject({ ok: false, fault: "importNotJson", reason: expect.stringMatching(/./) as string });
});
