import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, isStatus } from "~/api/errors";
import { Dialog } from "~/keyboard/Dialog";
import type { PolicyProblem } from "../api";
import { saveVersion } from "../queries";
import { useEditor } from "./editorContext";
import ask from "~/ui/Ask.module.css";
import field from "../fields/Field.module.css";

interface SaveDialogProps {
  text: string;
  marks: number;
  /** The publication follows. */
  beforePublication: boolean;
  onClose: () => void;
  onSaved: (version: string) => void;
}

/** Saves the text as a new draft. Whatever goes wrong, the text stays in the editor and on this device. */
export function SaveDialog({ text, marks, beforePublication, onClose, onSaved }: SaveDialogProps) {
  const { t } = useTranslation();
  const { set } = useEditor();
  const [note, setNote] = useState("");
  const save = useMutation({ mutationFn: () => saveVersion(set.name, text, note.trim()), onSuccess: ({ version }) => onSaved(version.label) });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog label={t("policies.editor.save.title")} onClose={onClose} testId="save-dialog">
      <form className={ask.ask} onSubmit={submit}>
        <h2>{t("policies.editor.save.title")}</h2>
        <p>{t(beforePublication ? "policies.editor.save.first" : "policies.editor.save.text")}</p>
        <label className={field.field}>
          <span className={field.label}>{t("policies.editor.save.note")}</span>
          <textarea
            className={field.input}
            rows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && save.mutate()}
            data-autofocus
            data-testid="save-note"
          />
        </label>
        {marks > 0 && <p className={field.wrong}>{t("policies.editor.save.marks", { count: marks })}</p>}
        {save.error && <SaveProblem error={save.error} />}
        <div className={ask.actions}>
          <Button variant="default" onClick={onClose}>
            {t("policies.editor.save.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} data-testid="save-submit">
            {t("policies.editor.save.submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function SaveProblem({ error }: { error: Error }) {
  const { t } = useTranslation();
  const problem: PolicyProblem | null = error instanceof ApiError && error.status === 422 ? error.problem : null;
  const findings = problem?.findings;
  if (findings !== undefined && findings.length > 0) {
    return (
      <div className={field.remark} data-severity="error" role="alert" data-testid="save-problem">
        <p>{t("policies.editor.save.unreadable")}</p>
        <ul>
          {findings.slice(0, 8).map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <p className={ask.failed} role="alert" data-testid="save-problem">
      {isStatus(error, 409) ? t("policies.editor.save.conflict") : t("policies.editor.save.failed", { reason: error.message })}
    </p>
  );
}
