import { Skeleton } from "@mantine/core";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Queue } from "~/api/types";
import { LoadError } from "~/ui/LoadError";
import { Notice } from "~/ui/Notice";
import { isFiltered } from "../search";
import classes from "./ListState.module.css";

interface ListStateProps {
  error: Error | null;
  loading: boolean;
  onRetry: () => unknown;
}

const emptyKey: Record<Queue, "NeedsReply" | "Waiting" | "Done" | "All"> = {
  needs_reply: "NeedsReply",
  waiting: "Waiting",
  done: "Done",
  all: "All",
};

/** What stands in the place of the rows while there are none. */
export function ListState({ error, loading, onRetry }: ListStateProps) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/inside/desk" });
  const { queue = "needs_reply" } = search;

  if (error) return <LoadError error={error} onRetry={onRetry} />;
  if (loading) return <SkeletonRows />;
  if (isFiltered(search)) {
    return (
      <Notice icon="search" title={t("list.emptyFilterTitle")} text={t("list.emptyFilterText")}>
        <Link to="/desk" search={queue === "needs_reply" ? {} : { queue }}>
          {t("filter.reset")}
        </Link>
      </Notice>
    );
  }
  const key = emptyKey[queue];
  return (
    <Notice icon={queue === "needs_reply" ? "check" : "inbox"} title={t(`list.empty${key}Title`)} text={t(`list.empty${key}Text`)}>
      {queue === "all" && <Link to="/channels">{t("list.toChannels")}</Link>}
    </Notice>
  );
}

function SkeletonRows() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("app.loading")}>
      {Array.from({ length: 8 }, (_, index) => (
        <div className={classes.skeleton} key={index}>
          <Skeleton height={13} width="70%" />
          <Skeleton height={11} width="92%" />
          <Skeleton height={16} width="36%" />
        </div>
      ))}
    </div>
  );
}
