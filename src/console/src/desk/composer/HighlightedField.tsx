import { type KeyboardEvent, type Ref, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Violation } from "~/api/types";
import { placeRemarks } from "./placeRemarks";
import classes from "./HighlightedField.module.css";

interface HighlightedFieldProps {
  ref: Ref<HTMLTextAreaElement>;
  text: string;
  remarks: Violation[];
  disabled: boolean;
  invalid: boolean;
  onChange: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A text field over a copy of its text: the copy carries the marks and makes the field as high as the text. */
export function HighlightedField({ ref, text, remarks, disabled, invalid, onChange, onKeyDown }: HighlightedFieldProps) {
  const { t } = useTranslation();
  const segments = useMemo(() => placeRemarks(text, remarks), [text, remarks]);
  return (
    <div className={classes.scroll}>
      <div className={classes.stack}>
        <div className={classes.copy} aria-hidden>
          {segments.map(({ text: part, remark }, index) =>
            remark ? (
              <mark key={index} data-severity={remark.severity}>
                {part}
              </mark>
            ) : (
              <span key={index}>{part}</span>
            ),
          )}
          {"\n"}
        </div>
        <textarea
          ref={ref}
          value={text}
          readOnly={disabled}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          placeholder={t("composer.placeholder")}
          aria-label={t("composer.label")}
          aria-invalid={invalid || undefined}
          aria-describedby="reply-remarks reply-length"
          spellCheck
          data-testid="composer"
        />
      </div>
    </div>
  );
}
