import { Button, Skeleton } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "~/api/client";
import { Dialog } from "~/keyboard/Dialog";
import { LoadError } from "~/ui/LoadError";
import { samplesQuery } from "../queries";
import { SampleChoice } from "./SampleChoice";
import classes from "~/ui/Ask.module.css";

interface RunDialogProps {
  definitionId: string;
  onClose: () => void;
}

/** Starts what was saved last on a sample; nothing of it leaves the house. */
export function RunDialog({ definitionId, onClose }: RunDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string>();
  const { data: samples, error, refetch } = useQuery(samplesQuery(definitionId));
  const run = useMutation({
    mutationFn: (sampleId: string) =>
      body(api.POST("/api/workflows/definitions/{definitionId}/runs", { params: { path: { definitionId } }, body: { sampleId } })),
    onSuccess: ({ instanceId }) => navigate({ to: "/workflows/instances/$instanceId", params: { instanceId } }),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen !== undefined) run.mutate(chosen);
  };

  return (
    <Dialog label={t("workflows.run.title")} onClose={onClose} testId="run-dialog">
      <form className={classes.ask} onSubmit={submit}>
        <h2>{t("workflows.run.title")}</h2>
        <p>{t("workflows.run.text")}</p>
        <p>{t("workflows.run.draft")}</p>
        {samples ? (
          samples.length === 0 ? (
            <p role="status">{t("workflows.run.none")}</p>
          ) : (
            <fieldset className={classes.choices}>
              <legend>{t("workflows.run.choose")}</legend>
              {samples.map((sample) => (
                <SampleChoice key={sample.id} sample={sample} checked={sample.id === chosen} onChoose={() => setChosen(sample.id)} />
              ))}
            </fieldset>
          )
        ) : error ? (
          <LoadError error={error} onRetry={refetch} />
        ) : (
          <Skeleton height={120} radius={8} />
        )}
        {run.isError && (
          <p className={classes.failed} role="alert">
            {t("workflows.run.failed", { reason: run.error.message })}
          </p>
        )}
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t("workflows.incident.back")}
          </Button>
          <Button type="submit" disabled={chosen === undefined} loading={run.isPending} data-testid="run-submit">
            {t("workflows.run.submit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
