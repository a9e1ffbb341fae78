import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AmountField } from "./AmountField";
import { Choice } from "./Choice";
import { clocks, isTimed, kinds, type SimpleRule, urgencies } from "./rule";
import { minutesOf, spanOf, type Unit, units } from "./span";
import classes from "./RuleCard.module.css";

interface SentenceProps {
  rule: SimpleRule;
  /** Whom the set knows, from mild to severe. */
  people: readonly { value: string; label: string }[];
  disabled: boolean;
  onChange: (change: Partial<SimpleRule>) => void;
}

/** "When … for longer than … tell whom", with every word of it to choose. */
export function Sentence({ rule, people, disabled, onChange }: SentenceProps) {
  const { t } = useTranslation();
  const { kind, urgency, clock, amount, alsoOverdue, whom } = rule;
  // 60 minutes are an hour when they are read, but stay minutes for the person who writes them.
  const [unit, setUnit] = useState<Unit>(() => spanOf(amount).unit);
  const fitting: Unit = amount % units[unit] === 0 ? unit : "minutes";
  const setClock = (next: SimpleRule["clock"]) => {
    const carries = isTimed(next) === isTimed(clock) || next === "overdue";
    onChange({ clock: next, amount: next === "overdue" ? 0 : carries && amount > 0 ? amount : next === "similar" ? 10 : 60, ...(next === "overdue" && { alsoOverdue: false }) });
  };
  return (
    <p className={classes.sentence}>
      <span>{t("policies.escalation.when")}</span>
      <Choice label={t("policies.escalation.kind")} value={kind} disabled={disabled} onChange={(value) => onChange({ kind: value })} options={kinds.map((value) => ({ value, label: t(`policies.escalation.kinds.${value}`) }))} testId="kind" />
      <Choice label={t("policies.escalation.urgency")} value={urgency} disabled={disabled} onChange={(value) => onChange({ urgency: value })} options={urgencies.map((value) => ({ value, label: t(`policies.escalation.urgencies.${value}`) }))} testId="urgency" />
      <Choice label={t("policies.escalation.clock")} value={clock} disabled={disabled} onChange={setClock} options={clocks.map((value) => ({ value, label: t(`policies.escalation.clocks.${value}`) }))} testId="clock" />
      {clock === "similar" && <AmountField label={t("policies.escalation.amount")} value={amount} disabled={disabled} onChange={(value) => onChange({ amount: value })} />}
      {isTimed(clock) && (
        <>
          <AmountField label={t("policies.escalation.amount")} value={amount / units[fitting]} disabled={disabled} onChange={(count) => onChange({ amount: minutesOf({ count, unit: fitting }) })} />
          <Choice
            label={t("policies.escalation.unit")}
            value={fitting}
            disabled={disabled}
            onChange={(next) => {
              setUnit(next);
              onChange({ amount: minutesOf({ count: amount / units[fitting], unit: next }) });
            }}
            options={(Object.keys(units) as Unit[]).map((value) => ({ value, label: t(`policies.escalation.units.${value}`) }))}
            testId="unit"
          />
        </>
      )}
      {alsoOverdue && <span>{t("policies.escalation.andOverdue")}</span>}
      <span>{t("policies.escalation.tell")}</span>
      <Choice label={t("policies.escalation.whom")} value={whom} disabled={disabled} onChange={(value) => onChange({ whom: value })} options={people} testId="whom" />
    </p>
  );
}
