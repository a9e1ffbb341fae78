import { useTranslation } from "react-i18next";
import type { Decision, InteractionDetail } from "~/api/types";
import { minutesInWords } from "~/time/deadline";
import { ruleSetName } from "~/ui/labels";
import { DecisionRows } from "./DecisionRows";
import { latestOf, minutesOf } from "./decisions";
import classes from "./Reasons.module.css";
import { Section } from "./Section";

const explained = new Set(["priority", "sla", "escalation"]);

/** Why this priority and this deadline: the rows of the rules that decided, with what they saw. */
export function Reasons({ detail }: { detail: InteractionDetail }) {
  const { t } = useTranslation();
  const escalation = latestOf(detail.decisions, "escalation");
  const others = [...new Set(detail.decisions.map(({ set }) => set))].filter((set) => !explained.has(set));
  return (
    <div data-testid="reasons">
      <Section title={t("reasons.priority", { priority: t(`priority.${detail.priority}`).toLowerCase() })} testId="reason-priority">
        <DecisionRows interactionId={detail.id} decision={latestOf(detail.decisions, "priority")} />
      </Section>
      <Deadlines interactionId={detail.id} decision={latestOf(detail.decisions, "sla")} />
      {escalation && detail.escalationLevel > 0 && (
        <Section title={t("reasons.escalation")}>
          <DecisionRows interactionId={detail.id} decision={escalation} />
        </Section>
      )}
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t("reasons.other")}</summary>
          {others.map((set) => (
            <div key={set}>
              <h4>{ruleSetName(t, set)}</h4>
              <DecisionRows interactionId={detail.id} decision={latestOf(detail.decisions, set)} />
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

function Deadlines({ interactionId, decision }: { interactionId: string; decision: Decision | undefined }) {
  const { t } = useTranslation();
  const { firstResponse, escalate, hard } = minutesOf(decision?.outputs ?? {});
  const parts = [
    firstResponse !== undefined && t("reasons.answerWithin", { span: minutesInWords(t, firstResponse) }),
    escalate !== undefined && t("reasons.escalateWithin", { span: minutesInWords(t, escalate) }),
    hard !== undefined && t("reasons.hardWithin", { span: minutesInWords(t, hard) }),
  ].filter((part) => part !== false);
  return (
    <Section title={t("reasons.deadline")} testId="reason-deadline">
      {parts.length > 0 && <p className={classes.sum}>{parts.join(", ")}.</p>}
      <DecisionRows interactionId={interactionId} decision={decision} />
    </Section>
  );
}
