import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRefetchInterval } from "~/live/status";
import { LoadError } from "~/ui/LoadError";
import { Notice } from "~/ui/Notice";
import { WorkflowTabs } from "../lists/WorkflowTabs";
import { incidentsQuery } from "../queries";
import { IncidentCard } from "./IncidentCard";
import classes from "./IncidentsPage.module.css";

/** Everything that has stopped and waits for somebody's decision. */
export function IncidentsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ ...incidentsQuery, refetchInterval: useRefetchInterval() });
  return (
    <>
      <WorkflowTabs open="incidents" />
      <section className={classes.page} tabIndex={0} aria-label={t("workflows.incidents")}>
        {error && !data ? (
          <LoadError error={error} onRetry={refetch} />
        ) : data === undefined ? (
          <div className={classes.list} role="status" aria-label={t("app.loading")}>
            <Skeleton height={130} radius={10} />
            <Skeleton height={130} radius={10} />
          </div>
        ) : data.length === 0 ? (
          <Notice icon="check" title={t("workflows.incident.emptyTitle")} text={t("workflows.incident.emptyText")} />
        ) : (
          <ul className={classes.list}>
            {data.map((incident) => (
              <li key={incident.id}>
                <IncidentCard incident={incident}>
                  <Link to="/workflows/instances/$instanceId" params={{ instanceId: incident.instanceId }} data-testid="incident-instance">
                    {incident.definitionName}
                  </Link>
                  {incident.interaction && (
                    <Link to="/desk/$id" params={{ id: incident.interaction.id }} data-testid="incident-interaction">
                      {incident.interaction.title}
                    </Link>
                  )}
                </IncidentCard>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
