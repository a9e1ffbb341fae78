import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

interface DrawnRow {
  index: number;
  /** Where it stands in a long table, in pixels from the first. */
  top: number | undefined;
}

interface GridRows {
  rows: DrawnRow[];
  height: number | undefined;
  measure: ((element: HTMLElement | null) => void) | undefined;
  /** Brings a row into sight whose place is only estimated yet; an ordinary table can do so by itself. */
  bring: (index: number) => void;
}

const allUpTo = 100;
const headHeight = 62;
const estimate = { plain: 37, withSentence: 62 };

/** All rows of an ordinary table; of a long one those in sight, and the active one, so that it keeps the focus. */
export function useGridRows(frame: RefObject<HTMLDivElement | null>, count: number, active: number, showsSentences: boolean): GridRows {
  const isLong = count > allUpTo;
  const virtualizer = useVirtualizer({
    count,
    enabled: isLong,
    getScrollElement: () => frame.current,
    estimateSize: () => (showsSentences ? estimate.withSentence : estimate.plain),
    overscan: 10,
    scrollMargin: headHeight,
    scrollPaddingStart: 80,
    scrollPaddingEnd: 56,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return active < 0 || active >= count || indexes.includes(active) ? indexes : [...indexes, active].sort((a, b) => a - b);
    },
  });
  if (!isLong) return { rows: Array.from({ length: count }, (_, index) => ({ index, top: undefined })), height: undefined, measure: undefined, bring: () => undefined };
  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - headHeight })),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    bring: (index) => virtualizer.scrollToIndex(index, { align: "auto" }),
  };
}
