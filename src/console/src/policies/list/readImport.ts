export type Imported = { ok: true; set: string } | { ok: false; fault: "importNotJson"; reason: string } | { ok: false; fault: "importNoName" } | { ok: false; fault: "importUnknown"; name: string };

/** Which set a file is, by the name that it says itself. */
export function readImport(text: string, known: readonly string[]): Imported {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, fault: "importNotJson", reason: error instanceof Error ? error.message : String(error) };
  }
  const name = typeof value === "object" && value !== null ? (value as { name?: unknown }).name : undefined;
  if (typeof name !== "string") return { ok: false, fault: "importNoName" };
  return known.includes(name) ? { ok: true, set: name } : { ok: false, fault: "importUnknown", name };
}
