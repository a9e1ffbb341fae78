import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { readDocument } from "../model/readDocument";
import type { PolicyDocument } from "../model/types";
import classes from "./RawView.module.css";

interface RawViewProps {
  text: string;
  readOnly: boolean;
  onApply: (document: PolicyDocument) => void;
}

/** The text itself, for engineers. It becomes the document when it is applied. */
export function RawView({ text, readOnly, onApply }: RawViewProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(text);
  const [before, setBefore] = useState(text);
  const lines = useRef<HTMLPreElement>(null);
  // An undo, or an edit elsewhere: what nobody has touched here follows.
  if (before !== text) {
    setBefore(text);
    if (draft === before) setDraft(text);
  }
  const read = readDocument(draft);
  const count = draft.split("\n").length;
  const changed = draft !== text;
  return (
    <div className={classes.raw}>
      <div className={classes.bar} role="status">
        {"problem" in read ? (
          <p className={classes.wrong}>{t(`policies.editor.raw.${read.problem}`, { detail: read.detail })}</p>
        ) : (
          <p>{changed ? t("policies.editor.raw.changed") : ""}</p>
        )}
        {!readOnly && (
          <>
            <Button size="compact-md" variant="default" disabled={!changed} onClick={() => setDraft(text)}>
              {t("policies.editor.raw.revert")}
            </Button>
            <Button size="compact-md" disabled={!changed || "problem" in read} onClick={() => "document" in read && onApply(read.document)} data-testid="raw-apply">
              {t("policies.editor.raw.apply")}
            </Button>
          </>
        )}
      </div>
      <div className={classes.text}>
        <pre ref={lines} className={classes.lines} aria-hidden>
          {Array.from({ length: count }, (_, at) => at + 1).join("\n")}
        </pre>
        <textarea
          aria-label={t("policies.editor.raw.label")}
          value={draft}
          readOnly={readOnly}
          spellCheck={false}
          wrap="off"
          onChange={(event) => setDraft(event.currentTarget.value)}
          onScroll={(event) => {
            if (lines.current) lines.current.scrollTop = event.currentTarget.scrollTop;
          }}
          data-testid="raw"
        />
      </div>
    </div>
  );
}
