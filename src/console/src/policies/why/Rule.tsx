import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { IconName } from "~/ui/Icon";
import { Mark, type Tone } from "~/ui/Mark";
import type { ExplainedRow } from "../api";
import { Condition } from "./Condition";
import { missingIn } from "./rows";
import conditions from "./Condition.module.css";
import classes from "./Rule.module.css";

const looks: Record<ExplainedRow["outcome"], { tone: Tone; icon?: IconName }> = {
  decided: { tone: "good", icon: "check" },
  overruled: { tone: "info", icon: "check" },
  nearMiss: { tone: "high", icon: "alert" },
  notMatched: { tone: "plain", icon: "close" },
  switchedOff: { tone: "plain" },
};

/** One rule of an explanation: what became of it, and its conditions when it is opened. */
export function Rule({ row, opened }: { row: ExplainedRow; opened: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(opened);
  const { tone, icon } = looks[row.outcome];
  const [missing] = row.outcome === "nearMiss" ? missingIn(row) : [];
  return (
    <details className={classes.rule} data-outcome={row.outcome} open={open} onToggle={(event) => setOpen(event.currentTarget.open)} data-testid="why-rule">
      <summary>
        <span className={classes.head}>
          <strong>{row.description}</strong>
          <Mark tone={tone} {...(icon && { icon })}>
            {t(`policies.why.outcomes.${row.outcome}`)}
          </Mark>
        </span>
        {missing && !open && <span className={classes.missing}>{t("policies.why.missing", { condition: missing.text })}</span>}
      </summary>
      {open && (
        <div className={classes.inside}>
          {row.sentence !== "" && row.sentence !== row.description && <p>{row.sentence}</p>}
          {row.conditions.length === 0 ? (
            <p>{t("policies.why.always")}</p>
          ) : (
            <ul className={conditions.conditions}>
              {row.conditions.map((condition, index) => (
                <Condition key={index} condition={condition} />
              ))}
            </ul>
          )}
        </div>
      )}
    </details>
  );
}
