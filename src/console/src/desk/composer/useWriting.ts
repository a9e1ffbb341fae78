import { useState } from "react";
import { loadText, nothingWritten, saveText, type SavedText } from "./savedText";

export type Origin = "unchanged" | "edited" | "own";

export interface Writing {
  text: string;
  origin: Origin;
  /** Whether this device keeps the text. */
  kept: boolean;
  /** The text that a draft has just replaced, to go back to. */
  replaced: SavedText | null;
  type: (text: string) => void;
  take: (draft: { id: string | null; text: string }) => void;
  restore: () => void;
  clear: () => void;
}

/** The text in the composer and where it came from. It survives reloads, errors and the end of the session. */
export function useWriting(userId: string, interactionId: string): Writing {
  const [saved, setSaved] = useState(() => loadText(userId, interactionId));
  const [kept, setKept] = useState(true);
  const [replaced, setReplaced] = useState<SavedText | null>(null);

  const change = (next: SavedText) => {
    setSaved(next);
    setKept(saveText(userId, interactionId, next, Date.now()));
  };
  const { text, draft } = saved;
  return {
    text,
    origin: draft === null ? "own" : draft.text === text ? "unchanged" : "edited",
    kept,
    replaced,
    type: (next) => {
      setReplaced(null);
      change({ text: next, draft: next === "" ? null : draft });
    },
    take: (from) => {
      setReplaced(text.trim() === "" || text === from.text ? null : saved);
      change({ text: from.text, draft: from.id === null ? null : { id: from.id, text: from.text } });
    },
    restore: () => {
      if (replaced) change(replaced);
      setReplaced(null);
    },
    clear: () => {
      setReplaced(null);
      change(nothingWritten);
    },
  };
}
