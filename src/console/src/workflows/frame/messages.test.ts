import { expect, it, vi } from "vitest";
import { readStudioMessage, tellFrame } from "./messages";

const frame = {} as Window;
const event = (data: unknown, origin = window.location.origin, source: unknown = frame) => ({ data, origin, source }) as MessageEvent<unknown>;
const studio = (message: object) => ({ source: "agentiq-studio", ...message });

it.each([
  { type: "ready" },
  { type: "session-expired" },
  { type: "open-definition", definitionId: "d" },
  { type: "open-instance", instanceId: "i" },
  { type: "navigate", path: "/workflows" },
  { type: "saved", definitionId: "d", versionId: "v", version: 3, isPublished: true },
  { type: "refused", errors: ["Нельзя."] },
  { type: "fault", message: "An unhandled error has occurred." },
])("understands $type", (message) => expect(readStudioMessage(event(studio(message)), frame)).toEqual(message));

it.each([
  ["another origin", event(studio({ type: "ready" }), "https://elsewhere.example")],
  ["another window", event(studio({ type: "ready" }), window.location.origin, {})],
  ["another source", event({ source: "react-devtools", type: "ready" })],
  ["an unknown type", event(studio({ type: "format-disk" }))],
  ["a missing id", event(studio({ type: "open-definition" }))],
  ["a version in words", event(studio({ type: "saved", definitionId: "d", versionId: "v", version: "3" }))],
  ["no object", event("ready")],
])("passes over %s", (_, message) => expect(readStudioMessage(message, frame)).toBeNull());

it("hears nothing while there is no frame", () => {
  expect(readStudioMessage(event(studio({ type: "ready" }), window.location.origin, null), null)).toBeNull();
});

it("takes sentences out of a refusal, whatever form they have", () => {
  const read = readStudioMessage(event(studio({ type: "refused", errors: ["one", { message: "two" }, 3, null, {}] })), frame);
  expect(read).toEqual({ type: "refused", errors: ["one", "two"] });
});

it("speaks only to its own origin", () => {
  const postMessage = vi.fn();
  tellFrame({ postMessage } as unknown as Window, { type: "signed-in" });
  expect(postMessage).toHaveBeenCalledExactlyOnceWith({ source: "agentiq-console", type: "signed-in" }, window.location.origin);
});
