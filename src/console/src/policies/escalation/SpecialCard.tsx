import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import { Mark } from "~/ui/Mark";
import type { PolicyFinding } from "../api";
import { FindingList } from "../publish/FindingList";
import type { Row } from "./document";
import classes from "./RuleCard.module.css";

interface SpecialCardProps {
  set: string;
  row: Row;
  /** The row in words, as the server says it. */
  sentence: string | undefined;
  locked: boolean;
  findings: readonly PolicyFinding[];
}

/** A rule that is more than the simple view can say: it is shown, and kept as it is. */
export function SpecialCard({ set, row, sentence, locked, findings }: SpecialCardProps) {
  const { t } = useTranslation();
  const said = (row.description as Partial<Record<string, string>> | undefined)?.[currentLanguage()];
  return (
    <article className={classes.card} data-special data-off={row.enabled === false || undefined} data-problem={findings.length > 0 || undefined} data-testid="special-rule">
      <p className={classes.special}>
        <Mark tone="plain">{t("policies.escalation.special")}</Mark>
        <strong>{said ?? row.id}</strong>
        {row.enabled === false && <span>{t("policies.escalation.off")}</span>}
      </p>
      {sentence !== undefined && sentence !== said && <p>{sentence}</p>}
      <p className={classes.quiet}>
        {t(locked ? "policies.escalation.lockedText" : "policies.escalation.specialText")}{" "}
        {!locked && (
          <Link to="/policies/$set" params={{ set }}>
            {t("policies.escalation.specialOpen")}
          </Link>
        )}
      </p>
      {findings.length > 0 && <FindingList findings={findings} />}
    </article>
  );
}
