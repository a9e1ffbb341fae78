import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { countsQuery } from "~/api/queries";
import type { InteractionCounts, Queue } from "~/api/types";
import { queues, readDeskSearch, withoutView } from "../search";
import classes from "./QueueTabs.module.css";

const countOf: Record<Queue, keyof InteractionCounts> = { needs_reply: "needsReply", waiting: "waiting", done: "done", all: "all" };

/** The queues. Every figure comes from the one answer to /counts. */
export function QueueTabs() {
  const { t, i18n } = useTranslation();
  const { queue = "needs_reply" } = useSearch({ from: "/inside/desk" });
  const counts = useQuery(countsQuery).data;
  const format = new Intl.NumberFormat(i18n.language, { notation: "compact" });

  return (
    <nav className={classes.tabs} aria-label={t("queue.label")}>
      {queues.map((each) => (
        <Link
          key={each}
          to="/desk"
          search={(now) => readDeskSearch({ ...withoutView(now), queue: each })}
          className={classes.tab}
          aria-current={each === queue ? "page" : undefined}
          data-testid={`queue-${each}`}
        >
          <strong>{counts ? format.format(counts[countOf[each]]) : "–"}</strong>
          <span>{t(`queue.${each}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
