import { Button } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import { readDocument } from "../model/readDocument";
import { useEditor } from "./editorContext";
import ask from "~/ui/Ask.module.css";
import field from "../fields/Field.module.css";

const longest = 2_000_000;

/** Takes a set from a file or from the clipboard. The check says what is wrong with it, as with everything else. */
export function LoadDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { set, edit } = useEditor();
  const [text, setText] = useState("");
  const [tooLong, setTooLong] = useState(false);
  const read = text.trim() === "" ? null : readDocument(text);
  const other = read && "document" in read && read.document.name !== set.name ? read.document.name : null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!read || !("document" in read)) return;
    const { document } = read;
    edit(() => ({ document, marks: {} }));
    onClose();
  };
  const take = async (file: File | undefined) => {
    setTooLong((file?.size ?? 0) > longest);
    if (file && file.size <= longest) setText(await file.text());
  };
  return (
    <Dialog label={t("policies.editor.load.title")} onClose={onClose} testId="load-dialog">
      <form className={ask.ask} onSubmit={submit}>
        <h2>{t("policies.editor.load.title")}</h2>
        <p>{t("policies.editor.load.text")}</p>
        <label className={field.field}>
          <span className={field.label}>{t("policies.editor.load.file")}</span>
          <input type="file" accept=".json,application/json" onChange={(event) => void take(event.currentTarget.files?.[0])} data-testid="load-file" />
        </label>
        <label className={field.field}>
          <span className={field.label}>{t("policies.editor.load.paste")}</span>
          <textarea className={`${field.input ?? ""} ${field.code ?? ""}`} rows={7} value={text} spellCheck={false} onChange={(event) => setText(event.currentTarget.value)} data-testid="load-text" />
        </label>
        {tooLong && (
          <p className={field.wrong} role="alert">
            {t("policies.editor.load.tooLong")}
          </p>
        )}
        {read && "problem" in read && (
          <p className={field.wrong} role="alert">
            {t(`policies.editor.raw.${read.problem}`, { detail: read.detail })}
          </p>
        )}
        {other !== null && (
          <p className={field.wrong} role="alert">
            {t("policies.editor.load.otherName", { name: other, set: set.name })}
          </p>
        )}
        <div className={ask.actions}>
          <Button variant="default" onClick={onClose}>
            {t("policies.editor.save.cancel")}
          </Button>
          <Button type="submit" disabled={read === null || "problem" in read || other !== null} data-testid="load-submit">
            {t("policies.editor.load.submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
