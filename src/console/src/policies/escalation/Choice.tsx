import classes from "./RuleCard.module.css";

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  disabled?: boolean;
  onChange: (value: T) => void;
  testId?: string;
}

/** A word of a sentence that can be another word. */
export function Choice<T extends string>({ label, value, options, disabled = false, onChange, testId }: ChoiceProps<T>) {
  return (
    <select
      className={classes.word}
      aria-label={label}
      title={label}
      value={value}
      disabled={disabled}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
      data-testid={testId}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
