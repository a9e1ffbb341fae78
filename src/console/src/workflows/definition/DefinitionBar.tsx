import { useTranslation } from "react-i18next";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Mark } from "~/ui/Mark";
import { Bar } from "../bar/Bar";
import { Explained } from "../bar/Explained";
import { authorName } from "./authorName";
import type { WorkflowDefinition } from "~/api/types";

interface DefinitionBarProps {
  definition: WorkflowDefinition | undefined;
  onCheck: () => void;
  onCompare: () => void;
  onRun: () => void;
}

export function DefinitionBar({ definition, onCheck, onCompare, onRun }: DefinitionBarProps) {
  const { t } = useTranslation();
  return (
    <Bar
      back={{ to: "/workflows", label: t("workflows.definition.toList") }}
      title={definition ? (definition.name ?? definition.definitionId) : t("app.loading")}
      note={definition && <Saved definition={definition} />}
      actions={[
        { id: "check", label: t("workflows.definition.check"), icon: "check", run: onCheck },
        { id: "compare", label: t("workflows.definition.compare"), icon: "compare", run: onCompare, disabled: !definition?.published },
        ...(definition?.canEdit ? [{ id: "run", label: t("workflows.definition.run"), icon: "play" as const, run: onRun, primary: true }] : []),
      ]}
    >
      {definition && <State definition={definition} />}
    </Bar>
  );
}

function State({ definition }: { definition: WorkflowDefinition }) {
  const { t } = useTranslation();
  const { latest, published, isPlatform, baseVersion, runningInstances } = definition;
  return (
    <>
      {!latest.isPublished && (
        <Mark tone="high" testId="draft">
          {t("workflows.definition.draft", { version: latest.version })}
        </Mark>
      )}
      {published ? (
        <Mark tone="good" icon="check" testId="published">
          {t("workflows.definition.published", { version: published.version })}
        </Mark>
      ) : (
        <Mark tone="plain">{t("workflows.definition.notPublished")}</Mark>
      )}
      {isPlatform && (
        <Explained tone="info" text={t("workflows.definition.platformText")} testId="platform">
          {t("workflows.definition.platform")}
        </Explained>
      )}
      {!isPlatform && baseVersion !== null && (
        <Explained tone="info" text={t("workflows.definition.copyText", { version: baseVersion })} testId="copy">
          {t("workflows.definition.copy")}
        </Explained>
      )}
      {runningInstances > 0 && (
        <Explained tone="plain" text={t("workflows.definition.runningHint")} testId="running">
          {t("workflows.definition.running", { count: runningInstances })}
        </Explained>
      )}
    </>
  );
}

function Saved({ definition: { latest, isPlatform } }: { definition: WorkflowDefinition }) {
  const { t } = useTranslation();
  const time = useClock((now) => clockTime(t, latest.updatedAt, now));
  return (
    <span data-testid="saved">
      {isPlatform ? t("workflows.definition.installedAt", { time }) : t("workflows.definition.savedBy", { time, name: authorName(latest.updatedBy) })}
    </span>
  );
}
