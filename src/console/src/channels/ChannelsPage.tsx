import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { channelsQuery } from "~/api/queries";
import { useRefetchInterval } from "~/live/status";
import { LoadError } from "~/ui/LoadError";
import { Notice } from "~/ui/Notice";
import { ChannelCard } from "./ChannelCard";
import { needsAttention } from "./needsAttention";
import classes from "./ChannelsPage.module.css";

export function ChannelsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ ...channelsQuery, refetchInterval: useRefetchInterval() });
  const troubled = data?.filter(needsAttention).length ?? 0;

  useEffect(() => {
    document.title = `${t("channelsPage.title")} · AgentIQ`;
  }, [t]);

  return (
    <section className={classes.page} tabIndex={0} data-testid="channels">
      <header className={classes.head}>
        <div>
          <h1>{t("channelsPage.title")}</h1>
          <p>{t("channelsPage.lead")}</p>
        </div>
        {data && data.length > 0 && (
          <p className={classes.sum} data-troubled={troubled > 0 || undefined} role="status">
            {troubled > 0 ? t("channelsPage.attention", { count: troubled }) : t("channelsPage.allGood")}
          </p>
        )}
      </header>
      {error && !data ? (
        <LoadError error={error} onRetry={refetch} />
      ) : data === undefined ? (
        <div className={classes.cards} role="status" aria-label={t("app.loading")}>
          <Skeleton height={170} radius={12} />
          <Skeleton height={170} radius={12} />
        </div>
      ) : data.length === 0 ? (
        <Notice icon="channels" title={t("channelsPage.emptyTitle")} text={t("channelsPage.emptyText")} />
      ) : (
        <ul className={classes.cards}>
          {data.map((channel) => (
            <li key={channel.id}>
              <ChannelCard channel={channel} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
