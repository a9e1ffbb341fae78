import { useEffect, useEffectEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DurationUnit, readDuration, writeDuration } from "../model/duration";
import classes from "./Field.module.css";

interface DurationFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  /** A digit that was typed to open it. */
  typed?: string;
  hideLabel?: boolean;
}

const units: DurationUnit[] = ["s", "m", "h", "d"];

export function DurationField({ label, value, onChange, autoFocus = false, typed = "", hideLabel = false }: DurationFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const before = readDuration(value);
  const [amount, setAmount] = useState(/^\d$/.test(typed) ? typed : before ? String(before.amount) : "");
  const [unit, setUnit] = useState<DurationUnit>(before?.unit ?? "m");
  const isWrong = !/^\d{1,9}$/.test(amount.trim());
  const change = (text: string, next: DurationUnit) => {
    setAmount(text);
    setUnit(next);
    if (/^\d{1,9}$/.test(text.trim())) onChange(writeDuration({ amount: Number(text), unit: next }));
  };
  const take = useEffectEvent((digit: string) => change(digit, unit));
  useEffect(() => {
    // The key that opened the field is taken once; nothing here asks for it again.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    if (/^\d$/.test(typed)) take(typed);
  }, [typed]);
  return (
    <div className={classes.field}>
      <label className={hideLabel ? "visually-hidden" : classes.label} htmlFor={id}>
        {label}
      </label>
      <div className={classes.line}>
        <input
          id={id}
          className={`${classes.input ?? ""} ${classes.short ?? ""}`}
          inputMode="numeric"
          value={amount}
          onChange={(event) => change(event.currentTarget.value, unit)}
          aria-invalid={isWrong}
          autoComplete="off"
          {...(autoFocus && { "data-autofocus": true })}
          data-testid="field-amount"
        />
        <select className={classes.input} aria-label={t("policies.editor.edit.unit")} value={unit} onChange={(event) => change(amount, event.currentTarget.value as DurationUnit)}>
          {units.map((one) => (
            <option key={one} value={one}>
              {t(`policies.editor.edit.unitNames.${one}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
