import { useTranslation } from "react-i18next";
import type { Decision } from "~/api/types";
import { ruleSetName } from "~/ui/labels";
import classes from "./DecisionRows.module.css";
import { WhyButton } from "./WhyButton";

interface DecisionRowsProps {
  interactionId: string;
  decision: Decision | undefined;
}

export function DecisionRows({ interactionId, decision }: DecisionRowsProps) {
  const { t } = useTranslation();
  if (!decision) return <p className={classes.none}>{t("reasons.none")}</p>;
  return (
    <>
      {decision.rows.length === 0 && <p className={classes.none}>{t("reasons.noRow")}</p>}
      <ul className={classes.rows}>
        {decision.rows.map((row) => (
          <li key={row.id} title={row.id}>
            {row.description}
            {row.evidence.length > 0 && (
              <span>{t("reasons.evidence", { evidence: row.evidence.map((words) => `«${words}»`).join(", ") })}</span>
            )}
          </li>
        ))}
      </ul>
      <p className={classes.source} title={decision.version}>
        <span>{t("reasons.rule", { set: ruleSetName(t, decision.set), version: decision.version.replace(/^\D+-/, "") })}</span>
        <WhyButton interactionId={interactionId} decision={decision} />
      </p>
    </>
  );
}
