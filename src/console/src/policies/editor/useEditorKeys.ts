import { useEffect, useEffectEvent } from "react";

interface EditorKeys {
  undo: () => void;
  redo: () => void;
  save: () => void;
  nextFinding: () => void;
}

/** The keys of the whole page. A text field keeps its own undo. */
export function useEditorKeys(keys: EditorKeys): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const run = chosen(event, keys);
    if (!run || event.defaultPrevented || event.isComposing) return;
    if ((run === keys.undo || run === keys.redo) && isField(event.target)) return;
    // The browser's own dialog stands in front of everything.
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function chosen(event: KeyboardEvent, keys: EditorKeys): (() => void) | null {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (key === "F8") return keys.nextFinding;
  if (!(ctrlKey || metaKey) || altKey) return null;
  switch (code) {
    case "KeyZ":
      return shiftKey ? keys.redo : keys.undo;
    case "KeyY":
      return keys.redo;
    case "KeyS":
      return keys.save;
    default:
      return null;
  }
}

const isField = (target: EventTarget | null) => target instanceof HTMLElement && /^(input|textarea|select)$/i.test(target.tagName);
