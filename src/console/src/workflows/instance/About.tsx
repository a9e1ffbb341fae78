import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Deadline } from "~/desk/Deadline";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Mark } from "~/ui/Mark";
import type { WorkflowInstance, WorkflowWait } from "~/api/types";
import { gatherWaits } from "./gatherWaits";
import { subStatusTone } from "./tones";
import classes from "./About.module.css";

/** What the instance is about, what it waits for, and its relatives. */
export function About({ instance: { interaction, waits, parent, children } }: { instance: WorkflowInstance }) {
  const { t } = useTranslation();
  if (interaction === null && waits.length === 0 && parent === null && children.length === 0) return null;
  return (
    <dl className={classes.about}>
      {interaction && (
        <div>
          <dt>{t("workflows.instance.interaction")}</dt>
          <dd>
            <Link to="/desk/$id" params={{ id: interaction.id }} data-testid="to-interaction">
              {interaction.title}
            </Link>
          </dd>
        </div>
      )}
      {waits.length > 0 && (
        <div>
          <dt>{t("workflows.instance.waits")}</dt>
          <dd>
            <ul>
              {gatherWaits(waits).map((wait) => (
                <WaitLine key={wait.activityId} wait={wait} />
              ))}
            </ul>
          </dd>
        </div>
      )}
      {parent && (
        <div>
          <dt>{t("workflows.instance.parent")}</dt>
          <dd>
            <Link to="/workflows/instances/$instanceId" params={{ instanceId: parent.id }} data-testid="to-parent">
              {t("workflows.incident.openInstance")}
            </Link>
          </dd>
        </div>
      )}
      {children.length > 0 && (
        <div>
          <dt>{t("workflows.instance.children")}</dt>
          <dd>
            <ul>
              {children.map((child) => (
                <li key={child.id}>
                  <Link to="/workflows/instances/$instanceId" params={{ instanceId: child.id }} data-testid="to-child">
                    {child.definitionName}
                  </Link>
                  <Mark tone={subStatusTone[child.subStatus]}>{t(`workflows.subStatus.${child.subStatus}`)}</Mark>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

function WaitLine({ wait: { activityName, due } }: { wait: WorkflowWait }) {
  return (
    <li data-testid="wait">
      {activityName}
      {due !== null && <Until due={due} />}
    </li>
  );
}

function Until({ due }: { due: string }) {
  const { t } = useTranslation();
  const time = useClock((now) => clockTime(t, due, now));
  return (
    <>
      <span>{t("workflows.instance.until", { time })}</span>
      <Deadline due={due} />
    </>
  );
}
