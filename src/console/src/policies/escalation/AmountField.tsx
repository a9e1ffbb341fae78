import { useState } from "react";
import classes from "./RuleCard.module.css";

interface AmountFieldProps {
  label: string;
  value: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

/** A whole number in a sentence. While it is being typed it may be empty; the rule keeps the last number that was one. */
export function AmountField({ label, value, disabled, onChange }: AmountFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    setTyped(text);
    if (/^\d{1,6}$/.test(text)) onChange(Number(text));
  };
  return (
    <input
      className={classes.amount}
      type="number"
      min={0}
      max={999_999}
      step={1}
      inputMode="numeric"
      aria-label={label}
      aria-invalid={typed !== null && !/^\d{1,6}$/.test(typed)}
      value={typed ?? value}
      disabled={disabled}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setTyped(null)}
      data-testid="amount"
    />
  );
}
