import { CloseButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEditor } from "../editor/editorContext";
import { QuestionEditor } from "../fields/QuestionEditor";
import { Sheet } from "../fields/Sheet";
import { askedText } from "../model/cellText";
import { suggestionsFor } from "../model/suggestions";
import type { Question } from "../model/types";
import classes from "./Condition.module.css";

interface QuestionRowProps {
  question: Question;
  onChange: (question: Question | null) => void;
  onNegate: () => void;
  onRemove: () => void;
}

/** One question; pressing it opens the same editor as a cell has. */
export function QuestionRow({ question, onChange, onNegate, onRemove }: QuestionRowProps) {
  const { t } = useTranslation();
  const { book, words, readOnly, state } = useEditor();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [before, setBefore] = useState(question);
  const field = book.of(question);
  const text = askedText(field, question, words).replaceAll("\n", ", ");
  return (
    <div className={classes.question}>
      <button
        type="button"
        className={classes.asked}
        disabled={readOnly}
        onClick={(event) => {
          setBefore(question);
          setAnchor(event.currentTarget);
        }}
        data-testid="question"
      >
        <span>{field.title}</span>
        <strong>{text === "" ? t("policies.editor.edit.notSet") : text}</strong>
      </button>
      {!readOnly && (
        <>
          <button type="button" className={classes.small} onClick={onNegate}>
            {t("policies.editor.condition.negate")}
          </button>
          <CloseButton size="sm" aria-label={t("policies.editor.condition.remove")} onClick={onRemove} />
        </>
      )}
      {anchor && (
        <Sheet
          anchor={anchor}
          label={field.title}
          onDone={() => setAnchor(null)}
          onCancel={() => {
            onChange(before);
            setAnchor(null);
          }}
          testId="question-sheet"
        >
          <QuestionEditor
            field={field}
            operators={book.operators(field)}
            usual={question.op}
            asked={{ op: question.op, value: question.value }}
            words={words}
            onChange={(asked) => onChange(asked === null ? { ...question, value: [] } : { ...question, op: asked.op, value: asked.value })}
            onDone={() => setAnchor(null)}
            suggestions={suggestionsFor(state.document, field.name)}
          />
        </Sheet>
      )}
    </div>
  );
}
