import { useTranslation } from "react-i18next";
import type { ChannelState, ChannelStatus } from "~/api/types";
import type { Translate } from "~/i18n/translate";
import { useClock } from "~/time/clock";
import { calendarDay, clockTime } from "~/time/deadline";
import { Icon, type IconName } from "~/ui/Icon";
import { marketplaceName } from "~/ui/labels";
import { Mark, type Tone } from "~/ui/Mark";
import classes from "./ChannelCard.module.css";

const look: Record<ChannelState, { tone: Tone; icon: IconName }> = {
  ok: { tone: "good", icon: "check" },
  syncing: { tone: "info", icon: "refresh" },
  waiting: { tone: "high", icon: "clock" },
  unauthorized: { tone: "urgent", icon: "alert" },
  failing: { tone: "urgent", icon: "alert" },
  disabled: { tone: "plain", icon: "close" },
};

export function ChannelCard({ channel }: { channel: ChannelStatus }) {
  const { t } = useTranslation();
  const last = useMoment(channel.lastSyncAt) ?? t("channelsPage.never");
  const next = useMoment(channel.nextSyncAt) ?? t("channelsPage.notPlanned");
  const token = useClock((now) => tokenText(t, channel, now));
  const { tone, icon } = look[channel.state];
  return (
    <article className={classes.card} data-tone={tone} data-testid="channel" data-state={channel.state}>
      <header>
        <span className={classes.icon}>
          <Icon name={channel.channel} size={20} />
        </span>
        <div>
          <h2>{channel.name}</h2>
          <p>
            {marketplaceName(t, channel.marketplace)} · {t(`channels.${channel.channel}`)}
          </p>
        </div>
        <Mark tone={tone} icon={icon}>
          {t(`channelState.${channel.state}`)}
        </Mark>
      </header>
      {channel.message && <p className={classes.message}>{channel.message}</p>}
      <dl>
        <Fact name={t("channelsPage.lastSync")} value={last} />
        <Fact name={t("channelsPage.nextSync")} value={next} />
        {token !== "" && <Fact name={t("channelsPage.token")} value={token} />}
        <Fact
          name={t("channelsPage.quarantined")}
          value={channel.quarantined === 0 ? t("channelsPage.quarantinedNone") : t("channelsPage.quarantinedCount", { count: channel.quarantined })}
        />
      </dl>
    </article>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function useMoment(at: string | null): string | null {
  const { t } = useTranslation();
  const text = useClock((now) => (at === null ? "" : clockTime(t, at, now)));
  return text === "" ? null : text;
}

function tokenText(t: Translate, { tokenKind, tokenExpiresAt }: ChannelStatus, now: number): string {
  const until =
    tokenExpiresAt !== null &&
    t(Date.parse(tokenExpiresAt) < now ? "channelsPage.tokenExpired" : "channelsPage.tokenUntil", { date: calendarDay(tokenExpiresAt) });
  return [tokenKind, until].filter((part) => typeof part === "string").join(", ");
}
