import { expect, it } from "vitest";
import { safePath } from "./path";

it.each([
  ["/workflows/instances/1", "/workflows/instances/1"],
  ["/workflows", "/workflows"],
  ["/desk/1?queue=done", "/desk/1?queue=done"],
  ["/workflowsx", null],
  ["/studio/definitions", null],
  ["//elsewhere.example/workflows", null],
  ["https://elsewhere.example/workflows", null],
  ["/\\elsewhere.example", null],
  ["javascript:alert(1)", null],
])("a frame that points to %s leads to %s", (path, to) => expect(safePath(path)).toBe(to));
