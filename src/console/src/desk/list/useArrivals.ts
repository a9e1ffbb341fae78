import { useState } from "react";
import type { ListFilter } from "~/api/queries";
import type { InteractionSummary } from "~/api/types";

interface Seen {
  filter: ListFilter;
  items: InteractionSummary[] | undefined;
  newest: string;
  arrived: number;
}

/** How many items came in with the last refresh of the same list; read out to those who cannot see it. */
export function useArrivals(items: InteractionSummary[] | undefined, filter: ListFilter): number {
  const [seen, setSeen] = useState<Seen>({ filter, items, newest: newestOf(items), arrived: 0 });
  if (seen.items !== items || seen.filter !== filter) {
    const sameList = seen.filter === filter && seen.items !== undefined;
    const arrived = sameList ? (items ?? []).filter((item) => item.receivedAt > seen.newest).length : 0;
    const newest = newestOf(items);
    setSeen({ filter, items, newest: sameList && newest < seen.newest ? seen.newest : newest, arrived });
  }
  return seen.arrived;
}

function newestOf(items: InteractionSummary[] | undefined): string {
  return (items ?? []).reduce((newest, item) => (item.receivedAt > newest ? item.receivedAt : newest), "");
}
