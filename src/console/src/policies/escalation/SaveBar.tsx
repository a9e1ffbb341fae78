import { Button } from "@mantine/core";
import { useMutation, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PolicyCheck, PolicySetView, VersionView } from "../api";
import { PublishDialog } from "../publish/PublishDialog";
import { isAboutExample } from "../publish/findings";
import { policiesKey, policyKey, saveVersion } from "../queries";
import type { useSimple } from "./useSimple";
import classes from "./SimpleEscalationPage.module.css";

interface SaveBarProps {
  policy: PolicySetView;
  simple: NonNullable<ReturnType<typeof useSimple>>;
  check: UseQueryResult<PolicyCheck>;
  isChecking: boolean;
}

/** Saves a version and opens the publication of it; a draft that was never published is published the same way. */
export function SaveBar({ policy, simple, check, isChecking }: SaveBarProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { name: set, active, documentVersion } = policy;
  const { changed, kept, text } = simple;
  const [publishing, setPublishing] = useState<string | null>(null);
  const [done, setDone] = useState<VersionView["state"] | null>(null);
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: policyKey(set) }), client.invalidateQueries({ queryKey: policiesKey })]);
  const save = useMutation({
    mutationFn: () => saveVersion(set, text, t("policies.escalation.saveNote")),
    onSuccess: ({ version }) => {
      simple.saved();
      setPublishing(version.label);
    },
  });
  const start = () => {
    setDone(null);
    if (changed) save.mutate();
    else setPublishing(documentVersion);
  };
  const errors = check.data?.findings.filter(({ severity, kind }) => severity === "error" && !isAboutExample(kind)).length ?? 0;
  const failing = check.data?.examples.filter(({ passed }) => !passed).length ?? 0;
  const problems = [errors > 0 && t("policies.escalation.errors", { count: errors }), failing > 0 && t("policies.escalation.failedExamples", { count: failing })].filter((each) => each !== false);
  const isDraft = documentVersion !== active.label;
  const state = check.error
    ? t("policies.escalation.checkFailed", { reason: check.error.message })
    : isChecking
      ? t("policies.escalation.check")
      : problems.length > 0
        ? problems.join(", ")
        : done === null
          ? null
          : t(`policies.escalation.${done === "shadow" ? "shadowed" : done === "scheduled" ? "scheduled" : "published"}`);
  return (
    <footer className={classes.bar}>
      <p role="status" data-bad={problems.length > 0 || undefined}>
        {t(changed ? "policies.escalation.changed" : "policies.escalation.unchanged")}
        {changed && kept && `, ${t("policies.escalation.kept")}`}
        {state !== null && ` · ${state}`}
        {problems.length > 0 && !isChecking && (
          <>
            {" "}
            <button type="button" className={classes.show} onClick={showProblem}>
              {t("policies.escalation.show")}
            </button>
          </>
        )}
      </p>
      {save.error && (
        <p className={classes.failed} role="alert">
          {t("policies.escalation.saveFailed", { reason: `${save.error.message}.` })}
        </p>
      )}
      {changed && (
        <Button variant="subtle" onClick={simple.discard} disabled={save.isPending} data-testid="discard">
          {t("policies.escalation.discard")}
        </Button>
      )}
      <Button disabled={(!changed && !isDraft) || isChecking || check.data?.canPublish !== true} loading={save.isPending} onClick={start} data-testid="save-publish">
        {t("policies.escalation.save")}
      </Button>
      {publishing !== null && (
        <PublishDialog
          set={set}
          version={publishing}
          seenActive={active.label}
          onClose={() => {
            setPublishing(null);
            void refresh();
          }}
          onPublished={({ state: came }) => {
            setPublishing(null);
            setDone(came);
          }}
        />
      )}
    </footer>
  );
}

/** What stands in the way may be below the fold. */
function showProblem() {
  document.querySelector("[data-problem]")?.scrollIntoView({ block: "center" });
}
