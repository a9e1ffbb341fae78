import { Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import { now } from "~/time/clock";
import type { VersionView } from "../api";
import { policyQuery, versionQuery } from "../queries";
import { versionName } from "../versions/versionName";
import { asSent, type Effective, faultOf } from "./effective";
import { PublicationCheck, usePublicationCheck } from "./PublicationCheck";
import { PublicationDifference } from "./PublicationDifference";
import { PublicationProblem } from "./PublicationProblem";
import { StateChoice } from "./StateChoice";
import { usePublication } from "./usePublication";
import { WhenChoice } from "./WhenChoice";
import drawer from "~/ui/Drawer.module.css";
import classes from "./PublishDialog.module.css";

export interface PublishDialogProps {
  set: string;
  /** The saved version to publish. */
  version: string;
  /** What was in force when the page was opened. */
  seenActive: string;
  /** What the dialog offers first. Default: to apply the version. */
  state?: "active" | "shadow";
  /** What the note says first. Default: the note of the version. */
  note?: string;
  onClose: () => void;
  onPublished: (version: VersionView) => void;
}

/** Shows what a version would change and what stands in its way, and puts it in force: at once, later, or only in the shadow. */
export function PublishDialog({ set, version, seenActive, state: offered = "active", note: offeredNote, onClose, onPublished }: PublishDialogProps) {
  const { t } = useTranslation();
  const title = useQuery(policyQuery(set)).data?.title ?? set;
  const saved = useQuery(versionQuery(set, version));
  const check = usePublicationCheck(set, saved.data?.document);
  const publication = usePublication(set, version, seenActive, onPublished);

  const [state, setState] = useState<"active" | "shadow">(offered);
  const [effective, setEffective] = useState<Effective>({ from: null, to: null });
  const [typed, setNote] = useState(offeredNote);
  const [asked, setAsked] = useState(false);
  const note = typed ?? saved.data?.version.note ?? "";
  const fault = state === "shadow" ? null : faultOf(effective, now());

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (fault !== null) event.currentTarget.querySelector<HTMLElement>(`[data-testid="effective-${fault === "badTo" ? "to" : "from"}"]`)?.focus();
    if (fault === null) publication.mutate({ state, note: note.trim(), ...(state === "shadow" ? { effectiveFrom: null, effectiveTo: null } : asSent(effective)) });
  };

  const heading = t("policies.publish.title", { title });
  return (
    <Dialog label={heading} onClose={onClose} testId="publish" side stays={publication.isPending}>
      <form className={drawer.drawer} onSubmit={submit} noValidate>
        <header className={drawer.head}>
          <div>
            <h2>{heading}</h2>
            <p>{t("policies.publish.version", { version: versionName(t, version) })}</p>
          </div>
        </header>
        <PublicationCheck set={set} check={check} loadError={saved.error} />
        <PublicationDifference set={set} active={publication.seen} version={version} document={saved.data?.document} />
        <StateChoice state={state} onChange={setState} />
        {state === "active" && <WhenChoice effective={effective} fault={asked ? fault : null} onChange={setEffective} />}
        <Textarea label={t("policies.publish.note")} description={t("policies.publish.noteHint")} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={500} rows={2} data-testid="publish-note" />
        <PublicationProblem error={publication.error} overtaken={publication.overtaken} refusal={publication.refusal} active={publication.seen} />
        <footer className={classes.actions}>
          <Button variant="default" onClick={onClose} disabled={publication.isPending}>
            {t("policies.publish.back")}
          </Button>
          <Button type="submit" disabled={check.data?.canPublish !== true} loading={publication.isPending} data-testid="publish-submit">
            {t(state === "shadow" ? "policies.publish.submitShadow" : effective.from === null ? "policies.publish.submit" : "policies.publish.submitLater")}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
