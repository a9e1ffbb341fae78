import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type ListFilter, listQuery } from "~/api/queries";
import { useRefetchInterval } from "~/live/status";
import { filterOf } from "../search";
import { Filters } from "./Filters";
import { InteractionList } from "./InteractionList";
import { ListHead } from "./ListHead";
import { ListState } from "./ListState";
import { QueueTabs } from "./QueueTabs";
import { useArrivals } from "./useArrivals";
import { useListKeys } from "./useListKeys";
import { useOpening } from "./useOpening";
import classes from "./ListColumn.module.css";

interface ListColumnProps {
  openId: string | undefined;
}

export function ListColumn({ openId }: ListColumnProps) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/inside/desk" });
  const filter: ListFilter = useMemo(() => filterOf(search), [search]);
  const list = useInfiniteQuery({ ...listQuery(filter), refetchInterval: useRefetchInterval() });
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items), [list.data]);
  const arrived = useArrivals(items, filter);

  const { open, shownId } = useOpening(items, openId);
  useListKeys(items, shownId, open);

  return (
    <div className={classes.column}>
      <ListHead />
      <QueueTabs />
      <Filters />
      <p className="visually-hidden" role="status" aria-live="polite">
        {arrived > 0 ? t("live.arrived", { count: arrived }) : ""}
      </p>
      <div className={classes.list} data-testid="inbox-list">
        {items && items.length > 0 ? (
          <InteractionList
            items={items}
            openId={shownId}
            onOpen={open}
            hasMore={list.hasNextPage}
            loadingMore={list.isFetchingNextPage}
            moreFailed={list.isFetchNextPageError}
            onMore={list.fetchNextPage}
          />
        ) : (
          <ListState error={list.error} loading={list.isPending} onRetry={list.refetch} />
        )}
      </div>
    </div>
  );
}
