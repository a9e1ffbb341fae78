import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRefetchInterval } from "~/live/status";
import { incidentsQuery } from "../queries";
import classes from "./WorkflowTabs.module.css";

const tabs = [
  { to: "/workflows", name: "definitions" },
  { to: "/workflows/instances", name: "instances" },
  { to: "/workflows/incidents", name: "incidents" },
] as const;

/** The head of the three lists, with the number of incidents that wait for somebody. */
export function WorkflowTabs({ open }: { open: (typeof tabs)[number]["name"] }) {
  const { t } = useTranslation();
  const incidents = useQuery({ ...incidentsQuery, refetchInterval: useRefetchInterval() }).data?.length ?? 0;

  useEffect(() => {
    document.title = `${t(`workflows.${open}`)} · ${t("workflows.title")} · AgentIQ`;
  }, [t, open]);

  return (
    <header className={classes.head}>
      <h1>{t("workflows.title")}</h1>
      <nav className={classes.tabs} aria-label={t("workflows.tabs")}>
        {tabs.map(({ to, name }) => (
          <Link key={name} to={to} className={classes.tab} activeOptions={{ exact: true }} data-testid={`tab-${name}`}>
            {t(`workflows.${name}`)}
            {name === "incidents" && incidents > 0 && (
              <span className={classes.count} data-testid="open-incidents">
                <span aria-hidden>{incidents}</span>
                <span className="visually-hidden">{t("workflows.openIncidents", { count: incidents })}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
    </header>
  );
}
