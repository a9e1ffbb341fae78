import { type RefObject, useLayoutEffect, useRef } from "react";
import type { InteractionSummary } from "~/api/types";

/** Height of a row in pixels; the same figure stands in InteractionList.module.css. */
export const rowHeight = 92;

/** Keeps the rows that are being read in place when others are inserted or removed above them. */
export function useScrollAnchor(scroller: RefObject<HTMLElement | null>, items: InteractionSummary[]): void {
  const before = useRef(items);
  useLayoutEffect(() => {
    const element = scroller.current;
    const old = before.current;
    before.current = items;
    if (!element || old === items || element.scrollTop < rowHeight) return;
    const first = Math.floor(element.scrollTop / rowHeight);
    const anchor = old[first];
    const now = anchor ? items.findIndex((item) => item.id === anchor.id) : -1;
    if (now >= 0 && now !== first) element.scrollBy(0, (now - first) * rowHeight);
  }, [items, scroller]);
}
