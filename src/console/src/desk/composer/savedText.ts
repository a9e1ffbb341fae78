/** A text that is being written, kept on this device until it is sent. */
export interface SavedText {
  text: string;
  /** The draft that the text began with, or null for a text of one's own. */
  draft: { id: string; text: string } | null;
}

interface Stored extends SavedText {
  savedAt: number;
}

const prefix = "agentiq.reply.";
const longestLife = 14 * 24 * 60 * 60_000;

export const nothingWritten: SavedText = { text: "", draft: null };

/** What this person wrote for this interaction; never what another person on the same device wrote. */
export function loadText(userId: string, interactionId: string): SavedText {
  try {
    const stored = localStorage.getItem(keyOf(userId, interactionId));
    return stored === null ? nothingWritten : (JSON.parse(stored) as Stored);
  } catch {
    return nothingWritten;
  }
}

/** False when the device keeps nothing (storage switched off or full), so that the page does not promise it. */
export function saveText(userId: string, interactionId: string, saved: SavedText, now: number): boolean {
  try {
    const key = keyOf(userId, interactionId);
    if (saved.text === "") localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ ...saved, savedAt: now } satisfies Stored));
    return true;
  } catch {
    return false;
  }
}

/** Drops texts that nobody has touched for two weeks. */
export function forgetOldTexts(now: number): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && isOld(localStorage.getItem(key), now)) localStorage.removeItem(key);
    }
  } catch {
    // Without storage there is nothing to forget.
  }
}

function isOld(stored: string | null, now: number): boolean {
  try {
    return (JSON.parse(stored ?? "{}") as Partial<Stored>).savedAt === undefined || now - (JSON.parse(stored ?? "{}") as Stored).savedAt > longestLife;
  } catch {
    return true;
  }
}

function keyOf(userId: string, interactionId: string): string {
  return `${prefix}${userId}.${interactionId}`;
}
