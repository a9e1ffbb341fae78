import { useEffect, useEffectEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Read } from "../model/readCell";
import classes from "./Field.module.css";

interface ParsedFieldProps<T> {
  label: string;
  /** What stands in it at first. */
  text: string;
  /** What was typed to open it: it takes the place of what stands there, at once. */
  typed?: string | null;
  parse: (text: string) => Read<T>;
  /** Called with every text that could be read. */
  onRead: (value: T) => void;
  unit?: string | null;
  hint?: string;
  suggestions?: string[];
  numeric?: boolean;
  code?: boolean;
  autoFocus?: boolean;
  hideLabel?: boolean;
}

/** A line of text that stands for a value; what cannot be read says what was expected and changes nothing. */
export function ParsedField<T>({ label, text: initial, typed = null, parse, onRead, unit, hint, suggestions = [], numeric = false, code = false, autoFocus = false, hideLabel = false }: ParsedFieldProps<T>) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(typed ?? initial);
  const read = parse(text);
  const wrong = "expected" in read ? t("policies.editor.edit.wrong", { expected: read.expected }) : null;
  const take = useEffectEvent((next: string) => {
    const now = parse(next);
    if (!("expected" in now)) onRead(now.read);
  });
  useEffect(() => {
    if (typed !== null) take(typed);
  }, [typed]);
  const change = (next: string) => {
    setText(next);
    const now = parse(next);
    if (!("expected" in now)) onRead(now.read);
  };
  return (
    <div className={classes.field}>
      <label className={hideLabel ? "visually-hidden" : classes.label} htmlFor={id}>
        {label}
      </label>
      <div className={classes.line}>
        <input
          id={id}
          className={`${classes.input ?? ""} ${numeric && unit ? (classes.short ?? "") : ""} ${code ? (classes.code ?? "") : ""}`}
          inputMode={numeric ? "decimal" : "text"}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          spellCheck={!code && !numeric}
          {...(autoFocus && { "data-autofocus": true })}
          {...(suggestions.length > 0 && { list: `${id}-list` })}
          data-testid="field-text"
        />
        {unit && <span className={classes.unit}>{unit}</span>}
      </div>
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <p id={`${id}-hint`} className={wrong === null ? classes.hint : classes.wrong} role={wrong === null ? undefined : "alert"}>
        {wrong ?? hint}
      </p>
    </div>
  );
}
