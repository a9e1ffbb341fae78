import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "~/api/client";
import { keys } from "~/api/queries";
import { mayEditWorkflows, useSession } from "~/session/session";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Mark } from "~/ui/Mark";
import { Bar } from "../bar/Bar";
import { Explained } from "../bar/Explained";
import type { WorkflowInstance } from "~/api/types";
import { CancelDialog } from "../incidents/CancelDialog";
import { subStatusTone } from "./tones";

interface InstanceBarProps {
  id: string;
  instance: WorkflowInstance | undefined;
  onChanged: () => void;
}

export function InstanceBar({ id, instance, onChanged }: InstanceBarProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const mayEdit = mayEditWorkflows(useSession());
  const cancel = useMutation({
    mutationFn: () => body(api.POST("/api/workflows/instances/{id}/cancel", { params: { path: { id } } })),
    onSuccess: onChanged,
    onSettled: () => {
      for (const queryKey of [keys.workflows, keys.lists, keys.counts, keys.details]) void client.invalidateQueries({ queryKey });
    },
  });
  // An incident offers the same beside what else can be done about it.
  const canCancel = mayEdit && instance?.finishedAt === null && instance.incidents.length === 0;

  return (
    <>
      <Bar
        back={{ to: "/workflows/instances", label: t("workflows.instance.toList") }}
        title={
          instance ? (
            <Link to="/workflows/definitions/$definitionId" params={{ definitionId: instance.definitionId }} data-testid="to-definition">
              {instance.definitionName}
            </Link>
          ) : (
            t("app.loading")
          )
        }
        note={instance && <Times instance={instance} />}
        actions={canCancel ? [{ id: "cancel-instance", label: t("workflows.incident.cancel"), icon: "close", run: () => setAsks(true), disabled: cancel.isPending }] : []}
      >
        {instance && <State instance={instance} />}
        {cancel.isError && (
          <Mark tone="urgent" icon="alert">
            {t("workflows.incident.failed", { reason: cancel.error.message })}
          </Mark>
        )}
      </Bar>
      {asks && (
        <CancelDialog
          onClose={() => setAsks(false)}
          onCancel={() => {
            setAsks(false);
            cancel.mutate();
          }}
        />
      )}
    </>
  );
}

function State({ instance }: { instance: WorkflowInstance }) {
  const { t } = useTranslation();
  const { subStatus, isSandbox } = instance;
  return (
    <>
      <Mark tone={subStatusTone[subStatus]} testId="instance-state">
        {t(`workflows.subStatus.${subStatus}`)}
      </Mark>
      {isSandbox && (
        <Explained tone="accent" text={t("workflows.instance.sandboxText")} testId="sandbox">
          {t("workflows.instance.sandbox")}
        </Explained>
      )}
    </>
  );
}

function Times({ instance: { version, createdAt, finishedAt } }: { instance: WorkflowInstance }) {
  const { t } = useTranslation();
  const started = useClock((now) => t("workflows.instance.started", { time: clockTime(t, createdAt, now) }));
  const finished = useClock((now) => (finishedAt === null ? "" : t("workflows.instance.finished", { time: clockTime(t, finishedAt, now) })));
  return [t("workflows.instance.version", { version }), started, finished].filter((part) => part !== "").join(" · ");
}
