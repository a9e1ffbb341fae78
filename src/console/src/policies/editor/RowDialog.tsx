import { Button } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import { changeRow, changeTable, putRow, renameRow } from "../model/rows";
import { useEditor } from "./editorContext";
import ask from "~/ui/Ask.module.css";
import field from "../fields/Field.module.css";

interface RowDialogProps {
  table: number;
  row: number;
  onClose: () => void;
}

/** What a row has besides its cells: its name, its precedence and where it comes from. */
export function RowDialog({ table, row: index, onClose }: RowDialogProps) {
  const { t } = useTranslation();
  const { state, change, readOnly } = useEditor();
  const row = state.document.tables[table]?.rows[index];
  const [id, setId] = useState(row?.id ?? "");
  const [priority, setPriority] = useState(String(row?.priority ?? 0));
  const [note, setNote] = useState(row?.note ?? "");
  if (!row) return null;

  const taken = id !== row.id && state.document.tables.some(({ rows }) => rows.some((one) => one.id === id));
  const wrongId = !/^[A-Za-z0-9_-]+$/.test(id) ? t("policies.editor.rows.idWrong") : taken ? t("policies.editor.rows.idTaken") : null;
  const number = /^-?\d{1,6}$/.test(priority.trim()) ? Number(priority) : null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (wrongId !== null || number === null) return;
    change((before) => {
      const changed = changeTable(before, table, (one) =>
        changeRow(one, index, (old) => putRow(putRow(old, "priority", number === 0 ? undefined : number), "note", note.trim() === "" ? undefined : note.trim())),
      );
      return id === row.id ? changed : renameRow(changed, row.id, id);
    });
    onClose();
  };
  return (
    <Dialog label={t("policies.editor.rows.properties")} onClose={onClose} testId="row-dialog">
      <form className={ask.ask} onSubmit={submit}>
        <h2>{t("policies.editor.table.row", { number: index + 1 })}</h2>
        <label className={field.field}>
          <span className={field.label}>{t("policies.editor.rows.idLabel")}</span>
          <input className={`${field.input ?? ""} ${field.code ?? ""}`} value={id} readOnly={readOnly} aria-invalid={wrongId !== null} onChange={(event) => setId(event.currentTarget.value)} data-testid="row-id" />
          <span className={wrongId === null ? field.hint : field.wrong}>{wrongId ?? t("policies.editor.rows.idHint")}</span>
        </label>
        <label className={field.field}>
          <span className={field.label}>{t("policies.editor.rows.priorityLabel")}</span>
          <input className={`${field.input ?? ""} ${field.short ?? ""}`} inputMode="numeric" value={priority} readOnly={readOnly} aria-invalid={number === null} onChange={(event) => setPriority(event.currentTarget.value)} />
          <span className={field.hint}>{t("policies.editor.rows.priorityHint")}</span>
        </label>
        <label className={field.field}>
          <span className={field.label}>{t("policies.editor.rows.noteLabel")}</span>
          <textarea className={field.input} rows={2} value={note} readOnly={readOnly} onChange={(event) => setNote(event.currentTarget.value)} />
        </label>
        <div className={ask.actions}>
          <Button variant="default" onClick={onClose}>
            {t("policies.editor.save.cancel")}
          </Button>
          {!readOnly && (
            <Button type="submit" disabled={wrongId !== null || number === null} data-testid="row-apply">
              {t("policies.editor.rows.apply")}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
