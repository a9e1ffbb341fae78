import { CloseButton, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import { LoadError } from "~/ui/LoadError";
import { Notice } from "~/ui/Notice";
import type { WorkflowComparison } from "~/api/types";
import { type ComparisonBase, comparisonQuery } from "../queries";
import { ActivityChange } from "./ActivityChange";
import { ChangeRows } from "./ChangeRows";
import { groupChanges } from "./groupChanges";
import drawer from "~/ui/Drawer.module.css";
import classes from "./ComparisonDrawer.module.css";

interface ComparisonDrawerProps {
  definitionId: string;
  from: ComparisonBase;
  onClose: () => void;
}

export function ComparisonDrawer({ definitionId, from, onClose }: ComparisonDrawerProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(comparisonQuery(definitionId, from));
  const title = t(from === "base" ? "workflows.comparison.titleBase" : "workflows.comparison.titlePublished");
  return (
    <Dialog label={title} onClose={onClose} testId="comparison" side>
      <div className={drawer.drawer}>
        <header className={drawer.head}>
          <div>
            <h2>{title}</h2>
            {data?.from && data.to && <p>{t("workflows.comparison.versions", { from: data.from.version, to: data.to.version })}</p>}
          </div>
          <CloseButton size="lg" aria-label={t("app.close")} onClick={onClose} data-autofocus />
        </header>
        {data ? <Changes comparison={data} /> : error ? <LoadError error={error} onRetry={refetch} /> : <Skeleton height={140} radius={10} />}
      </div>
    </Dialog>
  );
}

function Changes({ comparison }: { comparison: WorkflowComparison }) {
  const { t } = useTranslation();
  if (comparison.from === null) return <Notice icon="info" title={t("workflows.comparison.nothingBefore")} />;
  if (comparison.changes.length === 0) return <Notice icon="check" title={t("workflows.comparison.same")} />;
  const { activities, connections, whole, moved } = groupChanges(comparison.changes);
  return (
    <>
      {activities.map((activity) => (
        <ActivityChange key={activity.id} activity={activity} />
      ))}
      {connections.length > 0 && (
        <section className={classes.group}>
          <h3>{t("workflows.comparison.connections")}</h3>
          <ChangeRows changes={connections} />
        </section>
      )}
      {whole.length > 0 && (
        <section className={classes.group}>
          <h3>{t("workflows.comparison.whole")}</h3>
          <ChangeRows changes={whole} />
        </section>
      )}
      {moved.map((sentence) => (
        <p key={sentence} className={classes.moved}>
          {sentence}
        </p>
      ))}
    </>
  );
}
