import { Button, CloseButton } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyFinding } from "../api";
import { PatternHelp } from "./PatternHelp";
import field from "./Field.module.css";
import classes from "./PhraseList.module.css";

interface PhraseListProps {
  phrases: string[];
  onChange: (phrases: string[]) => void;
  /** What the check says of the cell; a path that ends in [n] is about the n-th phrase. */
  remarks: PolicyFinding[];
  typed?: string;
}

/** Phrases to look for in a text, each on a line of its own. */
export function PhraseList({ phrases, onChange, remarks, typed = "" }: PhraseListProps) {
  const { t } = useTranslation();
  const [next, setNext] = useState(typed);
  const add = () => {
    const added = next.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !phrases.includes(line));
    if (added.length > 0) onChange([...phrases, ...added]);
    setNext("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || next.trim() === "") return;
    add();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.phrases}>
      <ul className={classes.list}>
        {phrases.map((phrase, at) => {
          const remark = remarks.find(({ path }) => path.endsWith(`[${at}]`));
          return (
            <li key={at}>
              <div className={classes.phrase} data-wrong={remark !== undefined || undefined}>
                <input
                  className={classes.text}
                  aria-label={t("policies.editor.edit.phrase", { number: at + 1 })}
                  aria-invalid={remark !== undefined}
                  value={phrase}
                  spellCheck={false}
                  onChange={(event) => {
                    const text = event.currentTarget.value;
                    onChange(phrases.map((one, index) => (index === at ? text : one)));
                  }}
                  data-testid="phrase"
                />
                <CloseButton size="sm" aria-label={t("policies.editor.edit.removePhrase", { text: phrase })} onClick={() => onChange(phrases.filter((_, index) => index !== at))} />
              </div>
              {remark && <p className={field.wrong}>{remark.message}</p>}
            </li>
          );
        })}
      </ul>
      <div className={classes.add}>
        <input
          className={field.input}
          aria-label={t("policies.editor.edit.newPhrase")}
          placeholder={t("policies.editor.edit.newPhrase")}
          value={next}
          spellCheck={false}
          onChange={(event) => setNext(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
          onPaste={(event) => {
            // A column of a spreadsheet becomes a phrase for each line.
            const text = event.clipboardData.getData("text/plain");
            if (!text.includes("\n")) return;
            event.preventDefault();
            const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !phrases.includes(line));
            onChange([...phrases, ...new Set(lines)]);
          }}
          data-autofocus
          data-testid="phrase-new"
        />
        <Button variant="default" size="compact-md" onClick={add} disabled={next.trim() === ""}>
          {t("policies.editor.edit.add")}
        </Button>
      </div>
      <p className={field.hint}>{t("policies.editor.edit.phraseHint")}</p>
      <PatternHelp />
    </div>
  );
}
