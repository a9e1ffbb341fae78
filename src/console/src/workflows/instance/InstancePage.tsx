import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isStatus } from "~/api/errors";
import { LoadError } from "~/ui/LoadError";
import { tellFrame } from "../frame/messages";
import { StudioFrame } from "../frame/StudioFrame";
import { useStudioFrame } from "../frame/useStudioFrame";
import { IncidentCard } from "../incidents/IncidentCard";
import { instanceQuery } from "../queries";
import { About } from "./About";
import { InstanceBar } from "./InstanceBar";
import classes from "./InstancePage.module.css";

/** A run is watched while it goes; the hub tells of interactions, not of every step. */
const watchEvery = 4_000;

export function InstancePage() {
  const { instanceId } = useParams({ from: "/inside/workflows/instances/$instanceId" });
  return <Instance key={instanceId} id={instanceId} />;
}

/** The designer's viewer in its frame; around it the live state and what a person may decide. */
function Instance({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: instance, error, refetch } = useQuery({
    ...instanceQuery(id),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : watchEvery),
  });
  const studio = useStudioFrame(`/studio/instances/${encodeURIComponent(id)}`);
  // Draws the viewer anew in the runtime that is there already; loading the whole page again would take seconds.
  const show = () => tellFrame(studio.frame?.contentWindow, { type: "show", id });
  const name = instance?.definitionName ?? "";

  useEffect(() => {
    document.title = `${t("workflows.instance.title")}${name === "" ? "" : `: ${name}`} · AgentIQ`;
  }, [t, name]);

  if (!instance && (isStatus(error, 404) || isStatus(error, 403))) return <LoadError error={error} onRetry={refetch} />;

  return (
    <>
      <InstanceBar id={id} instance={instance} onChanged={show} />
      {instance && (
        <div className={classes.more}>
          <About instance={instance} />
          {instance.incidents.length > 0 && (
            <ul className={classes.incidents} aria-label={t("workflows.incidents")}>
              {instance.incidents.map((incident) => (
                <li key={incident.id}>
                  <IncidentCard incident={incident} onSolved={show} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className={classes.view}>
        <StudioFrame studio={studio} title={t("workflows.frame.viewer")} wide />
      </div>
    </>
  );
}
