import type { ListFilter } from "~/api/queries";
import type { Channel, Priority, Queue } from "~/api/types";

export const queues: readonly Queue[] = ["needs_reply", "waiting", "done", "all"];
export const channels: readonly Channel[] = ["review", "question", "chat"];
export const priorities: readonly Priority[] = ["urgent", "high", "normal", "low"];

/** The state of the desk that lives in the address, so that it can be bookmarked, shared and gone back to. */
export interface DeskSearch {
  queue?: Queue;
  channel?: Channel;
  priority?: Priority;
  q?: string;
  mine?: boolean;
  view?: "reasons";
}

export function readDeskSearch(search: Record<string, unknown>): DeskSearch {
  const queue = oneOf(queues, search.queue);
  const channel = oneOf(channels, search.channel);
  const priority = oneOf(priorities, search.priority);
  const q = typeof search.q === "string" || typeof search.q === "number" ? String(search.q).trim() : "";
  return {
    ...(queue && queue !== "needs_reply" && { queue }),
    ...(channel && { channel }),
    ...(priority && { priority }),
    ...(q !== "" && { q }),
    ...(search.mine === true && { mine: true }),
    ...(search.view === "reasons" && { view: "reasons" as const }),
  };
}

/** The same place in the list, without the reasons of one interaction. */
export function withoutView(search: DeskSearch): DeskSearch {
  const rest = { ...search };
  delete rest.view;
  return rest;
}

export function filterOf(search: DeskSearch): ListFilter {
  return {
    queue: search.queue ?? "needs_reply",
    channel: search.channel,
    priority: search.priority,
    search: search.q,
    mine: search.mine,
  };
}

export function isFiltered(search: DeskSearch): boolean {
  return search.channel !== undefined || search.priority !== undefined || search.q !== undefined || search.mine === true;
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((each) => each === value);
}
