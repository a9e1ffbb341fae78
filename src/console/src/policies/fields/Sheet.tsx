import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import classes from "./Sheet.module.css";

interface SheetProps {
  /** What it belongs to: it stands below it, or above where there is no room. */
  anchor: HTMLElement;
  label: string;
  /** Done: what was changed stays. */
  onDone: (how: "enter" | "outside") => void;
  onCancel: () => void;
  children: ReactNode;
  testId: string;
}

const gap = 4;
const edge = 8;

/** A small window at its place; on a phone it comes from the bottom. In the browser's top layer, so that it may stand over a dialog. */
export function Sheet({ anchor, label, onDone, onCancel, children, testId }: SheetProps) {
  const sheet = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = sheet.current;
    if (!element) return;
    element.showPopover();
    const place = () => placeAt(element, anchor);
    place();
    (element.querySelector<HTMLElement>("[data-autofocus]") ?? element.querySelector<HTMLElement>("input, button, select, textarea, [tabindex]"))?.focus();
    const resized = new ResizeObserver(place);
    resized.observe(element);
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      resized.disconnect();
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
    };
  }, [anchor]);

  const pressed = useEffectEvent((event: PointerEvent) => {
    const { target } = event;
    // A sheet that this one opened stands beside it in the page, and belongs to it all the same.
    if (!(target instanceof Element) || sheet.current?.contains(target) || target.closest("[data-sheet]")) return;
    // A field that takes its text when it is left takes it now.
    if (document.activeElement instanceof HTMLElement && sheet.current?.contains(document.activeElement)) document.activeElement.blur();
    onDone("outside");
  });
  // What had the focus may have gone with the last choice.
  const typed = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.activeElement !== document.body) return;
    event.preventDefault();
    onCancel();
  });
  useEffect(() => {
    const listener = (event: PointerEvent) => pressed(event);
    const keys = (event: globalThis.KeyboardEvent) => typed(event);
    document.addEventListener("pointerdown", listener, true);
    document.addEventListener("keydown", keys);
    return () => {
      document.removeEventListener("pointerdown", listener, true);
      document.removeEventListener("keydown", keys);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // What is typed here is not for the table around it.
    event.stopPropagation();
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && !event.defaultPrevented && !isForItself(event)) onDone("enter");
    else {
      if (event.key === "Tab") keepInside(event, sheet.current);
      return;
    }
    event.preventDefault();
  };

  return (
    <div
      ref={sheet}
      popover="manual"
      className={classes.sheet}
      role="dialog"
      aria-label={label}
      data-sheet
      onKeyDown={onKeyDown}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
      data-testid={testId}
    >
      <div className={classes.inside}>{children}</div>
    </div>
  );
}

/** Enter presses a button, and makes a line in a text of several; with Ctrl it is always "done". */
function isForItself({ target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return !(ctrlKey || metaKey) && (target instanceof HTMLButtonElement || target instanceof HTMLTextAreaElement || target instanceof HTMLAnchorElement);
}

function keepInside(event: KeyboardEvent, sheet: HTMLElement | null): void {
  const stops = [...(sheet?.querySelectorAll<HTMLElement>("input, button, select, textarea, a[href], summary, [tabindex='0']") ?? [])].filter((stop) => !stop.hasAttribute("disabled") && stop.tabIndex >= 0);
  const [first, last] = [stops.at(0), stops.at(-1)];
  if (event.target === (event.shiftKey ? first : last)) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}

function placeAt(sheet: HTMLElement, anchor: HTMLElement): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = sheet;
  const below = window.innerHeight - box.bottom - gap - edge;
  const above = box.top - gap - edge;
  const up = below < offsetHeight && above > below;
  sheet.style.setProperty("--left", `${Math.max(edge, Math.min(box.left, window.innerWidth - offsetWidth - edge))}px`);
  sheet.style.setProperty("--top", `${up ? Math.max(edge, box.top - gap - Math.min(offsetHeight, above)) : Math.min(box.bottom + gap, window.innerHeight - edge - 120)}px`);
  sheet.style.setProperty("--room", `${Math.max(up ? above : below, 120)}px`);
}
