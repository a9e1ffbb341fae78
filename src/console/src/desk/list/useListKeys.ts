import { useEffect, useEffectEvent, useRef } from "react";
import type { InteractionSummary } from "~/api/types";
import { currentActions, offerNext } from "~/keyboard/actions";
import { useHotkey } from "~/keyboard/useHotkey";

/** j and k move through the list; from an item that has left the queue they go on at the place where it stood. */
export function useListKeys(items: InteractionSummary[] | undefined, openId: string | undefined, open: (id: string) => void): void {
  const last = useRef(-1);

  const move = (step: 1 | -1) => {
    if (!items || items.length === 0) return;
    const at = items.findIndex((item) => item.id === openId);
    const from = at >= 0 ? at : step === 1 ? last.current - 1 : last.current;
    const to = Math.min(items.length - 1, Math.max(0, from + step));
    last.current = to;
    const target = items[to];
    if (target && target.id !== openId) open(target.id);
  };

  const next = useEffectEvent(() => move(1));
  useEffect(() => offerNext(() => next()), []);

  useHotkey("j", () => move(1));
  useHotkey("k", () => move(-1));
  useHotkey("e", () => currentActions()?.focusComposer());
  useHotkey("Enter", () => currentActions()?.focusComposer(), { onlyOnPage: true });
  useHotkey("d", () => currentActions()?.useDraft?.());
  useHotkey("a", () => currentActions()?.toggleAssignment?.());
}
