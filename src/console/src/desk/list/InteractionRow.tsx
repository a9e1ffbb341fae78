import { memo, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { InteractionSummary } from "~/api/types";
import { currentActions, focusComposerSoon } from "~/keyboard/actions";
import { useSession } from "~/session/session";
import { useClock } from "~/time/clock";
import { shortTime } from "~/time/deadline";
import { Icon } from "~/ui/Icon";
import { Mark } from "~/ui/Mark";
import { Stars } from "~/ui/Stars";
import { priorityTone, replyIcon, replyTone } from "~/ui/tones";
import { Deadline } from "../Deadline";
import { escalatedTo } from "../escalation";
import { needsAnswer } from "../needsAnswer";
import classes from "./InteractionRow.module.css";

interface InteractionRowProps {
  item: InteractionSummary;
  open: boolean;
  onOpen: (id: string) => void;
}

export const InteractionRow = memo(function InteractionRow({ item, open, onOpen }: InteractionRowProps) {
  const { t } = useTranslation();
  const me = useSession()?.user.id;
  const waiting = needsAnswer(item);
  const time = useClock((now) => shortTime(item.occurredAt, now));
  const click = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(item.id);
    // A click without a pointer is the Enter key: the next thing is to write.
    if (event.detail !== 0) return;
    if (open) currentActions()?.focusComposer();
    else focusComposerSoon();
  };

  return (
    <a
      className={classes.row}
      href={`/desk/${item.id}`}
      onClick={click}
      aria-current={open || undefined}
      data-priority={item.priority}
      data-id={item.id}
      data-testid="inbox-row"
    >
      <span className={classes.top}>
        {item.rating === null ? <Icon name={item.channel} size={15} /> : <Stars rating={item.rating} size={13} />}
        <strong>{item.customerName ?? t("row.anonymous")}</strong>
        <span className={classes.subject}>{item.subject}</span>
        <time dateTime={item.occurredAt}>{time}</time>
      </span>
      <span className={classes.preview} data-faint={item.ratingOnly || undefined}>
        {item.ratingOnly ? t("row.ratingOnly") : item.preview}
      </span>
      <span className={classes.bottom}>
        {waiting && <Mark tone={priorityTone[item.priority]}>{t(`priority.${item.priority}`)}</Mark>}
        {item.replyState !== "none" && (
          <Mark tone={replyTone[item.replyState]} icon={replyIcon[item.replyState]}>
            {t(`replyState.${item.replyState}`)}
          </Mark>
        )}
        {item.escalationLevel > 0 && waiting && (
          <Mark tone="urgent" icon="up" yields testId="escalation">
            {escalatedTo(t, item, "passedTo")}
          </Mark>
        )}
        {item.needsPerson && (
          <Mark tone="urgent" icon="alert">
            {t("row.needsPerson")}
          </Mark>
        )}
        {item.assignee && (
          <span className={classes.assignee}>{item.assignee.id === me ? t("row.mine") : item.assignee.name}</span>
        )}
        <span className={classes.deadline}>
          {waiting && item.firstResponseDue && <Deadline due={item.firstResponseDue} />}
        </span>
      </span>
    </a>
  );
});
