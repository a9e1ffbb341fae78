import { replaceEqualDeep } from "@tanstack/react-query";
import type { InteractionPage, InteractionSummary } from "./types";

interface Pages {
  pages: InteractionPage[];
  pageParams: unknown[];
}

/**
 * Structural sharing by id instead of by position: after a row is inserted or moved every other row keeps its
 * identity, so that only the rows that really changed are painted again.
 */
export function shareById(before: unknown, after: unknown): unknown {
  if (!isPages(before) || !isPages(after)) return after;
  const known = new Map<string, InteractionSummary>();
  for (const page of before.pages) for (const item of page.items) known.set(item.id, item);
  const pages = after.pages.map((page) => ({
    ...page,
    items: page.items.map((item) => {
      const old = known.get(item.id);
      return old ? replaceEqualDeep<InteractionSummary>(old, item) : item;
    }),
  }));
  // Not replaceEqualDeep for the whole: it compares place by place and would copy every row that moved.
  const kept = pages.map((page, index) => keepIfEqual(before.pages[index], page));
  const same = kept.length === before.pages.length && kept.every((page, index) => page === before.pages[index]);
  return same ? before : { ...after, pages: kept };
}

function keepIfEqual(before: InteractionPage | undefined, after: InteractionPage): InteractionPage {
  const same =
    before?.nextCursor === after.nextCursor &&
    before.items.length === after.items.length &&
    before.items.every((item, index) => item === after.items[index]);
  return same ? before : after;
}

function isPages(value: unknown): value is Pages {
  return typeof value === "object" && value !== null && Array.isArray((value as Partial<Pages>).pages);
}
