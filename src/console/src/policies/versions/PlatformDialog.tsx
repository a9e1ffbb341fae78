import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import { policiesKey, policyKey, returnToPlatform } from "../queries";
import classes from "~/ui/Ask.module.css";

export function PlatformDialog({ set, onClose }: { set: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const back = useMutation({
    mutationFn: () => returnToPlatform(set, note.trim()),
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: policyKey(set) }), client.invalidateQueries({ queryKey: policiesKey })]);
      onClose();
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    back.mutate();
  };
  return (
    <Dialog label={t("policies.versions.platformTitle")} onClose={onClose} testId="platform-dialog">
      <form className={classes.ask} onSubmit={submit}>
        <h2>{t("policies.versions.platformTitle")}</h2>
        <p>{t("policies.versions.platformText")}</p>
        <Textarea label={t("policies.versions.note")} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={500} rows={2} />
        {back.error && (
          <p className={classes.failed} role="alert">
            {t("policies.versions.failed", { reason: back.error.message })}
          </p>
        )}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t("policies.versions.back")}
          </Button>
          <Button type="submit" loading={back.isPending} data-testid="platform-submit">
            {t("policies.versions.platformSubmit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
