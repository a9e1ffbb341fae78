import { Button, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { InteractionSummary } from "~/api/types";
import { Icon } from "~/ui/Icon";
import { useAssignment } from "./useAssignment";
import classes from "./AssignButton.module.css";

export function AssignButton({ item }: { item: InteractionSummary }) {
  const { t } = useTranslation();
  const { mine, toggle, pending, failed } = useAssignment(item);
  const who = mine
    ? t("detail.assigned")
    : item.assignee
      ? t("detail.assignedTo", { name: item.assignee.name })
      : t("detail.unassigned");
  return (
    <span className={classes.assign}>
      <span className={classes.who} data-testid="assignee">
        {failed ? t("detail.assignFailed") : who}
      </span>
      {toggle || pending ? (
        <Tooltip label="A">
          <Button
            variant={mine ? "default" : "light"}
            size="compact-md"
            className={classes.button}
            leftSection={<Icon name="person" size={16} />}
            loading={pending}
            onClick={toggle}
            data-testid="assign"
          >
            {t(mine ? "detail.release" : item.assignee ? "detail.takeOver" : "detail.take")}
          </Button>
        </Tooltip>
      ) : null}
    </span>
  );
}
