/** What the pages under /studio tell the page around them; see the host script there. */
export type StudioMessage =
  | { type: "ready" }
  | { type: "open-definition"; definitionId: string }
  | { type: "open-instance"; instanceId: string }
  | { type: "navigate"; path: string }
  | { type: "saved"; definitionId: string; versionId: string; version: number; isPublished: boolean }
  | { type: "refused"; errors: string[] }
  | { type: "session-expired" }
  | { type: "fault"; message: string };

export type ConsoleMessage = { type: "signed-in" } | { type: "show"; id: string };

/** The message in an event of the window, or null when it is not one, or comes from anywhere but this frame of ours. */
export function readStudioMessage(event: MessageEvent<unknown>, frame: Window | null | undefined): StudioMessage | null {
  if (frame == null || event.source !== frame || event.origin !== window.location.origin) return null;
  const { data } = event;
  return isRecord(data) && data.source === "agentiq-studio" ? read(data) : null;
}

export function tellFrame(frame: Window | null | undefined, message: ConsoleMessage): void {
  frame?.postMessage({ source: "agentiq-console", ...message }, window.location.origin);
}

function read(data: Record<string, unknown>): StudioMessage | null {
  const { type } = data;
  switch (type) {
    case "ready":
    case "session-expired":
      return { type };
    case "open-definition":
      return isText(data.definitionId) ? { type, definitionId: data.definitionId } : null;
    case "open-instance":
      return isText(data.instanceId) ? { type, instanceId: data.instanceId } : null;
    case "navigate":
      return isText(data.path) ? { type, path: data.path } : null;
    case "saved":
      return isText(data.definitionId) && isText(data.versionId) && typeof data.version === "number"
        ? { type, definitionId: data.definitionId, versionId: data.versionId, version: data.version, isPublished: data.isPublished === true }
        : null;
    case "refused":
      return { type, errors: Array.isArray(data.errors) ? data.errors.flatMap(sentence) : [] };
    case "fault":
      return { type, message: isText(data.message) ? data.message : "" };
    default:
      return null;
  }
}

/** A refusal lists plain sentences, or objects that carry one. */
function sentence(error: unknown): string[] {
  if (isText(error)) return [error];
  return isRecord(error) && isText(error.message) ? [error.message] : [];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
