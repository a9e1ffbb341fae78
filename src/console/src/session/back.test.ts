import { expect, it } from "vitest";
import { safeBack } from "./back";

it.each([
  ["/desk/1?queue=done", "/desk/1?queue=done"],
  [undefined, "/desk"],
  ["https://elsewhere.example", "/desk"],
  ["//elsewhere.example", "/desk"],
  ["/\\elsewhere.example", "/desk"],
  ["/sign-in?back=/sign-in", "/desk"],
])("leads from %s to %s", (back, to) => expect(safeBack(back)).toBe(to));
