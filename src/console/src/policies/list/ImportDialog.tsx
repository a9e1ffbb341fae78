import { Button, Skeleton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import type { PolicySummary } from "../api";
import { FindingList } from "../publish/FindingList";
import { checkQuery, policiesKey, policyKey, saveVersion } from "../queries";
import { type Imported, readImport } from "./readImport";
import classes from "~/ui/Ask.module.css";

export interface ImportedFile {
  name: string;
  text: string;
}

interface ImportDialogProps {
  file: ImportedFile;
  policies: readonly PolicySummary[];
  onClose: () => void;
}

/** Says what is in a file before anything is saved, then saves it as a draft. */
export function ImportDialog({ file, policies, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const read = readImport(file.text, policies.map(({ name }) => name));
  return (
    <Dialog label={t("policies.list.importTitle")} onClose={onClose} testId="import-dialog">
      {read.ok ? (
        <Save file={file} set={read.set} title={policies.find(({ name }) => name === read.set)?.title ?? read.set} onClose={onClose} />
      ) : (
        <div className={classes.ask}>
          <h2>{t("policies.list.importTitle")}</h2>
          <Fault read={read} names={policies.map(({ name }) => name).join(", ")} />
          <div className={classes.actions}>
            <Button variant="default" onClick={onClose} data-autofocus>
              {t("policies.list.back")}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Fault({ read, names }: { read: Imported & { ok: false }; names: string }) {
  const { t } = useTranslation();
  const text =
    read.fault === "importNotJson"
      ? t("policies.list.importNotJson", { reason: read.reason })
      : read.fault === "importUnknown"
        ? t("policies.list.importUnknown", { name: read.name, names })
        : t("policies.list.importNoName", { names });
  return (
    <p className={classes.failed} role="alert">
      {text}
    </p>
  );
}

function Save({ file, set, title, onClose }: { file: ImportedFile; set: string; title: string; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: check, error } = useQuery(checkQuery(set, file.text));
  const save = useMutation({
    mutationFn: () => saveVersion(set, file.text, t("policies.list.importNote", { file: file.name })),
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: policyKey(set) }), client.invalidateQueries({ queryKey: policiesKey })]);
      await navigate({ to: "/policies/$set", params: { set } });
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const errors = check?.findings.filter(({ severity }) => severity === "error") ?? [];
  return (
    <form className={classes.ask} onSubmit={submit}>
      <h2>{t("policies.list.importTitle")}</h2>
      <p>{t("policies.list.importFile", { file: file.name, title })}</p>
      {check ? (
        <>
          {check.readable ? <p>{t("policies.list.importText")}</p> : <p className={classes.failed}>{t("policies.list.importUnreadable")}</p>}
          {check.readable && errors.length > 0 && <p>{t("policies.list.importErrors", { count: errors.length })}</p>}
          {errors.length > 0 && <FindingList findings={errors} />}
        </>
      ) : (
        !error && <Skeleton height={40} radius={8} />
      )}
      {(error ?? save.error) && (
        <p className={classes.failed} role="alert">
          {t("policies.list.importFailed", { reason: (error ?? save.error)?.message })}
        </p>
      )}
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t("policies.list.back")}
        </Button>
        <Button type="submit" disabled={check?.readable !== true} loading={save.isPending} data-testid="import-submit">
          {t("policies.list.importSubmit")}
        </Button>
      </div>
    </form>
  );
}
