import { Button } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { InteractionSummary } from "~/api/types";
import { InteractionRow } from "./InteractionRow";
import { rowHeight, useScrollAnchor } from "./useScrollAnchor";
import classes from "./InteractionList.module.css";

const almostAtTheEnd = 10;

interface InteractionListProps {
  items: InteractionSummary[];
  openId: string | undefined;
  onOpen: (id: string) => void;
  hasMore: boolean;
  loadingMore: boolean;
  moreFailed: boolean;
  onMore: () => unknown;
}

export function InteractionList({ items, openId, onOpen, hasMore, loadingMore, moreFailed, onMore }: InteractionListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 6,
  });
  useScrollAnchor(scroller, items);

  const visible = rows.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;
  const wantsMore = hasMore && !loadingMore && !moreFailed && lastVisible >= items.length - almostAtTheEnd;
  useEffect(() => {
    if (wantsMore) onMore();
  }, [wantsMore, onMore]);

  const openIndex = items.findIndex((item) => item.id === openId);
  useEffect(() => {
    if (openIndex < 0) return;
    rows.scrollToIndex(openIndex, { align: "auto" });
    const list = scroller.current;
    const free = document.activeElement === document.body || list?.contains(document.activeElement);
    // Where the keys j and k have led is where a screen reader and the Tab key go on.
    if (free) requestAnimationFrame(() => list?.querySelector<HTMLElement>(`[data-id="${openId}"]`)?.focus({ preventScroll: true }));
    // Only when another item is opened: a refresh must not move the list under the reader.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openId]);

  return (
    <div className={classes.scroller} ref={scroller}>
      <ul className={classes.rows} style={{ height: rows.getTotalSize() }} aria-label={t("list.label")}>
        {visible.map((row) => {
          const item = items[row.index];
          return (
            item && (
              <li
                key={row.key}
                style={{ transform: `translateY(${row.start}px)` }}
                aria-setsize={hasMore ? -1 : items.length}
                aria-posinset={row.index + 1}
              >
                <InteractionRow item={item} open={item.id === openId} onOpen={onOpen} />
              </li>
            )
          );
        })}
      </ul>
      <p className={classes.foot} role="status">
        {loadingMore && t("list.loadingMore")}
        {moreFailed && (
          <>
            {t("list.moreFailed")}
            <Button variant="subtle" size="compact-sm" onClick={onMore}>
              {t("app.retry")}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}
