/** The text of a set that is being changed, kept on this device until it is saved. */
export interface UnsavedPolicy {
  document: string;
  /** The version that it began with. */
  from: string;
  savedAt: number;
}

const prefix = "agentiq.policy.";

export function loadUnsaved(userId: string, set: string): UnsavedPolicy | null {
  try {
    const stored = JSON.parse(localStorage.getItem(keyOf(userId, set)) ?? "null") as Partial<UnsavedPolicy> | null;
    return typeof stored?.document === "string" && typeof stored.from === "string" ? { document: stored.document, from: stored.from, savedAt: stored.savedAt ?? 0 } : null;
  } catch {
    return null;
  }
}

/** False when the device keeps nothing (storage switched off or full), so that the page does not promise it. */
export function keepUnsaved(userId: string, set: string, unsaved: UnsavedPolicy): boolean {
  try {
    localStorage.setItem(keyOf(userId, set), JSON.stringify(unsaved));
    return true;
  } catch {
    return false;
  }
}

export function forgetUnsaved(userId: string, set: string): void {
  try {
    localStorage.removeItem(keyOf(userId, set));
  } catch {
    // Without storage there is nothing to forget.
  }
}

const keyOf = (userId: string, set: string) => `${prefix}${userId}.${set}`;
