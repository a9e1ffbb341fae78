import { useTranslation } from "react-i18next";
import { Mark } from "~/ui/Mark";
import { ChangeRows } from "./ChangeRows";
import { kindTone } from "./kindTone";
import type { ActivityChanges } from "./groupChanges";
import classes from "./ComparisonDrawer.module.css";

export function ActivityChange({ activity }: { activity: ActivityChanges }) {
  const { t } = useTranslation();
  return (
    <section className={classes.group} data-testid={`changed-activity-${activity.kind}`}>
      <h3>
        {activity.name}
        <Mark tone={kindTone[activity.kind]}>{t(`workflows.comparison.${activity.kind}`)}</Mark>
      </h3>
      <ChangeRows changes={activity.changes} />
    </section>
  );
}
