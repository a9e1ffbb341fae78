import { useTranslation } from "react-i18next";
import type { InteractionDetail, InteractionEvent, Person } from "~/api/types";
import type { Translate } from "~/i18n/translate";
import { useSession } from "~/session/session";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { eventName } from "~/ui/labels";
import classes from "./History.module.css";
import { Section } from "./Section";

const actors = ["system", "marketplace", "customer"] as const;

/** What happened, the latest first, in words. */
export function History({ detail }: { detail: InteractionDetail }) {
  const { t } = useTranslation();
  const me = useSession()?.user;
  const events = detail.events.toReversed();
  return (
    <Section title={t("history.title")} testId="history">
      <ol className={classes.history}>
        {events.map((event) => (
          <li key={event.id} data-type={event.type}>
            <span>{eventName(t, event.type)}</span>
            {reasonOf(event) && <span className={classes.detail}>{reasonOf(event)}</span>}
            <small>
              <Moment at={event.at} /> · {actorName(t, event.actor, me)}
            </small>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Moment({ at }: { at: string }) {
  const { t } = useTranslation();
  const text = useClock((now) => clockTime(t, at, now));
  return <time dateTime={at}>{text}</time>;
}

function actorName(t: Translate, actor: string, me: Person | undefined): string {
  const known = actors.find((each) => each === actor);
  if (known) return t(`history.actor.${known}`);
  if (actor === me?.name || actor === `user:${me?.id}`) return t("history.actor.you");
  // The server puts the person's name in; one who has left the team keeps only an id.
  return actor.startsWith("user:") ? t("history.actor.colleague") : actor;
}

function reasonOf({ details }: InteractionEvent): string | null {
  const reason = details.reason ?? details.message;
  return typeof reason === "string" && reason !== "" ? reason : null;
}
