import { useId } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import type { Localized } from "../model/types";
import classes from "./Field.module.css";

interface LocalizedFieldProps {
  label: string;
  value: Localized;
  onChange: (value: Localized) => void;
  readOnly?: boolean;
  /** The language of the page gets the focus. */
  autoFocus?: boolean;
}

/** A sentence in both languages, the one of the page first. */
export function LocalizedField({ label, value, onChange, readOnly = false, autoFocus = false }: LocalizedFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const languages = currentLanguage() === "en" ? (["en", "ru"] as const) : (["ru", "en"] as const);
  return (
    <div className={classes.field} role="group" aria-label={label}>
      {languages.map((language, at) => (
        <div key={language} className={classes.field}>
          <label className={classes.label} htmlFor={`${id}-${language}`}>
            {t(language === "ru" ? "policies.editor.edit.russian" : "policies.editor.edit.english")}
          </label>
          <textarea
            id={`${id}-${language}`}
            className={classes.input}
            rows={2}
            lang={language}
            value={value[language] ?? ""}
            readOnly={readOnly}
            onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
            {...(autoFocus && at === 0 && { "data-autofocus": true })}
            data-testid={`text-${language}`}
          />
        </div>
      ))}
    </div>
  );
}
