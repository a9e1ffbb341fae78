import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus } from "~/api/errors";
import { mayEditWorkflows, useSession } from "~/session/session";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Icon } from "~/ui/Icon";
import type { WorkflowIncident } from "~/api/types";
import { CancelDialog } from "./CancelDialog";
import { SkipDialog } from "./SkipDialog";
import { useIncidentActions } from "./useIncidentActions";
import classes from "./IncidentCard.module.css";

interface IncidentCardProps {
  incident: WorkflowIncident;
  /** Where it happened, when the page does not say so. */
  children?: ReactNode;
  onSolved?: () => void;
}

/** What happened at which activity, and the three ways out. */
export function IncidentCard({ incident, children, onSolved }: IncidentCardProps) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState<"skip" | "cancel" | null>(null);
  const mayDecide = mayEditWorkflows(useSession());
  const at = useClock((now) => clockTime(t, incident.at, now));
  const action = useIncidentActions(onSolved);
  const name = incident.activityName ?? t("workflows.incident.work");
  const close = () => setAsks(null);

  return (
    <article className={classes.card} data-testid="incident">
      <header className={classes.head}>
        <Icon name="alert" size={18} />
        <div>
          <h2>{name}</h2>
          <p className={classes.where}>
            {t("workflows.incident.at", { time: at })}
            {children}
          </p>
        </div>
      </header>
      <p className={classes.message}>{incident.message}</p>
      {mayDecide ? (
        <div className={classes.actions}>
          <Button
            size="compact-md"
            leftSection={<Icon name="refresh" size={16} />}
            loading={action.isPending}
            title={t("workflows.incident.retryHint")}
            onClick={() => action.mutate({ do: "retry", id: incident.id })}
            data-testid="incident-retry"
          >
            {t("workflows.incident.retry")}
          </Button>
          {incident.outcomes.length > 0 && (
            <Button size="compact-md" variant="default" disabled={action.isPending} onClick={() => setAsks("skip")} data-testid="incident-skip">
              {t("workflows.incident.skip")}
            </Button>
          )}
          <Button size="compact-md" variant="default" disabled={action.isPending} onClick={() => setAsks("cancel")} data-testid="incident-cancel">
            {t("workflows.incident.cancel")}
          </Button>
        </div>
      ) : (
        <p className={classes.where}>{t("workflows.incident.readOnly")}</p>
      )}
      {action.isError && (
        <p className={classes.failed} role="alert">
          {isSolved(action.error) ? t("workflows.incident.gone") : t("workflows.incident.failed", { reason: action.error.message })}
        </p>
      )}
      {asks === "skip" && (
        <SkipDialog
          name={name}
          outcomes={incident.outcomes}
          onClose={close}
          onSkip={(outcome) => {
            close();
            action.mutate({ do: "skip", id: incident.id, outcome });
          }}
        />
      )}
      {asks === "cancel" && (
        <CancelDialog
          onClose={close}
          onCancel={() => {
            close();
            action.mutate({ do: "cancel", id: incident.id });
          }}
        />
      )}
    </article>
  );
}

/** Somebody else was faster. */
function isSolved(error: unknown): boolean {
  return isStatus(error, 404) || (isStatus(error, 409) && (error.problem as { code?: unknown } | null)?.code === "incident_resolved");
}
