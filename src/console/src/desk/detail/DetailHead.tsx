import { ActionIcon, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { InteractionSummary } from "~/api/types";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Icon } from "~/ui/Icon";
import { marketplaceName } from "~/ui/labels";
import { Mark } from "~/ui/Mark";
import { priorityTone } from "~/ui/tones";
import { Deadline } from "../Deadline";
import { escalatedTo } from "../escalation";
import { needsAnswer } from "../needsAnswer";
import { AssignButton } from "./AssignButton";
import classes from "./DetailHead.module.css";

interface DetailHeadProps {
  item: InteractionSummary;
  cabinetUrl: string | null;
  /** The instance that leads this interaction through its life, once that is known. */
  processId: string | null;
  /** Made for a trial run: nothing of it reaches anybody. */
  isTrial: boolean;
  onBack: () => void;
  onReasons: () => void;
}

export function DetailHead({ item, cabinetUrl, processId, isTrial, onBack, onReasons }: DetailHeadProps) {
  const { t } = useTranslation();
  const came = useClock((now) => clockTime(t, item.occurredAt, now));
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        <ActionIcon className={classes.back} variant="subtle" size={40} onClick={onBack} aria-label={t("app.back")} data-testid="back">
          <Icon name="back" size={22} />
        </ActionIcon>
        <div className={classes.title}>
          <h2 tabIndex={-1} data-detail-title>
            {item.customerName ?? t("row.anonymous")}
          </h2>
          <p>
            {came} · {t(`channel.${item.channel}`)} · {marketplaceName(t, item.marketplace)}
          </p>
        </div>
        <div className={classes.tools}>
          <AssignButton item={item} />
          {cabinetUrl && (
            <Tooltip label={t("detail.cabinet")}>
              <ActionIcon
                component="a"
                href={cabinetUrl}
                target="_blank"
                rel="noreferrer"
                variant="default"
                size={34}
                className={classes.cabinet}
                aria-label={t("detail.cabinet")}
              >
                <Icon name="external" size={17} />
              </ActionIcon>
            </Tooltip>
          )}
          <ActionIcon
            className={classes.reasons}
            variant="default"
            size={34}
            onClick={onReasons}
            aria-label={t("detail.reasonsButton")}
            data-testid="show-reasons"
          >
            <Icon name="info" size={17} />
          </ActionIcon>
        </div>
      </div>
      <Urgency item={item} processId={processId} isTrial={isTrial} />
    </header>
  );
}

/** One line that says what to do by when. */
function Urgency({ item, processId, isTrial }: Pick<DetailHeadProps, "item" | "processId" | "isTrial">) {
  const { t } = useTranslation();
  const by = useClock((now) => (item.firstResponseDue === null ? "" : clockTime(t, item.firstResponseDue, now)));
  const waiting = needsAnswer(item);
  return (
    <div className={classes.urgency} data-testid="urgency">
      {isTrial && (
        <Mark tone="accent" testId="trial">
          {t("workflows.instance.sandbox")}
        </Mark>
      )}
      <Mark tone={waiting ? priorityTone[item.priority] : "plain"}>{t(`priority.${item.priority}`)}</Mark>
      {item.escalationLevel > 0 && (
        <Mark tone={waiting ? "urgent" : "plain"} icon="up" testId="escalation">
          {t("row.escalatedLevel", { to: escalatedTo(t, item), level: item.escalationLevel })}
        </Mark>
      )}
      {item.needsPerson && (
        <Mark tone="urgent" icon="alert">
          {t("row.needsPerson")}
        </Mark>
      )}
      {waiting && item.firstResponseDue !== null ? (
        <span className={classes.due}>
          <strong>{t("deadline.answerBy", { time: by })}</strong>
          <Deadline due={item.firstResponseDue} />
        </span>
      ) : (
        <span className={classes.due}>{t(item.ratingOnly ? "deadline.noReplyNeeded" : `replyState.${item.replyState}`)}</span>
      )}
      {processId !== null && (
        <Link className={classes.process} to="/workflows/instances/$instanceId" params={{ instanceId: processId }} data-testid="to-process">
          {t("workflows.instance.process")}
        </Link>
      )}
    </div>
  );
}
