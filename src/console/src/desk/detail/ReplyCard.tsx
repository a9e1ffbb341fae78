import { useTranslation } from "react-i18next";
import type { InteractionDetail, Reply, ReplyState } from "~/api/types";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Icon } from "~/ui/Icon";
import { Mark } from "~/ui/Mark";
import { replyIcon, replyTone } from "~/ui/tones";
import classes from "./ReplyCard.module.css";

const sentence = {
  approved: "reply.approvedText",
  sending: "reply.sendingText",
  moderation: "reply.moderationText",
  published: "reply.publishedText",
  rejected: "reply.rejectedText",
  failed: "reply.failedText",
  answered_outside: "reply.outsideText",
} as const;

/** What became of the reply, in words, with the reply itself. */
export function ReplyCard({ detail }: { detail: InteractionDetail }) {
  const { reply, replyState } = detail;
  // The live region stands before there is anything to say, or it would not be read out.
  return <div aria-live="polite">{replyState !== "none" && <Card reply={reply} state={replyState} />}</div>;
}

function Card({ reply, state }: { reply: Reply | null; state: Exclude<ReplyState, "none"> }) {
  const { t } = useTranslation();
  return (
    <section className={classes.card} data-tone={replyTone[state]} data-testid="reply-state" data-state={state}>
      <header className={classes.head}>
        <h3>
          <Icon name={replyIcon[state]} size={16} /> {t("reply.title")}
        </h3>
        <Mark tone={replyTone[state]}>{t(`replyState.${state}`)}</Mark>
        {reply && <When reply={reply} />}
      </header>
      {reply && <p className={classes.text}>{reply.text}</p>}
      <p className={classes.note}>{t(sentence[state])}</p>
      {reply?.failure && <p className={classes.failure}>{t("reply.reason", { reason: reply.failure })}</p>}
    </section>
  );
}

function When({ reply }: { reply: Reply }) {
  const { t } = useTranslation();
  const text = useClock((now) => {
    if (reply.publishedAt) return t("reply.publishedAt", { time: clockTime(t, reply.publishedAt, now) });
    if (reply.rejectedAt) return t("reply.rejectedAt", { time: clockTime(t, reply.rejectedAt, now) });
    return reply.sentAt ? t("reply.sentAt", { time: clockTime(t, reply.sentAt, now) }) : "";
  });
  return (
    <span className={classes.when}>
      {reply.author?.name}
      {reply.author && text !== "" && " · "}
      {text}
    </span>
  );
}
