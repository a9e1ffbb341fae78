import { useEffect, useEffectEvent } from "react";

interface HotkeyOptions {
  /** Also while a text field has the focus; meant for keys with a modifier. */
  insideFields?: boolean;
  /** Only while nothing has the focus; meant for keys that buttons and links need themselves. */
  onlyOnPage?: boolean;
}

/**
 * Calls the handler for a key such as `j`, `?` or `mod+k` (Ctrl, or Command on a Mac). Letters are recognised by
 * their place on the keyboard too, so that they work while a Russian layout is on.
 */
export function useHotkey(combination: string, handler: () => void, options: HotkeyOptions = {}): void {
  const { insideFields = false, onlyOnPage = false } = options;
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !matches(combination, event)) return;
    if (onlyOnPage && document.activeElement !== document.body) return;
    if (!insideFields && (isField(event.target) || isDialogOpen())) return;
    event.preventDefault();
    handler();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

export function matches(combination: string, event: KeyboardEvent): boolean {
  const parts = combination.split("+");
  const key = parts.at(-1) ?? "";
  const mod = parts.includes("mod");
  if (mod !== (event.ctrlKey || event.metaKey) || event.altKey) return false;
  if (/^[a-z]$/.test(key)) return !event.shiftKey && (event.key.toLowerCase() === key || event.code === `Key${key.toUpperCase()}`);
  if (key === "?") return event.key === "?" || (event.code === "Slash" && event.shiftKey && event.key !== "/");
  if (key === "/") return event.key === "/" || (event.code === "Slash" && !event.shiftKey && event.key !== "?");
  return event.key === key;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
}

function isDialogOpen(): boolean {
  return document.querySelector("dialog[open], [role='dialog'], [role='menu']") !== null;
}
