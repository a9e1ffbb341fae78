import { ActionIcon } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { InteractionDetail } from "~/api/types";
import { Icon } from "~/ui/Icon";
import { About } from "./About";
import classes from "./ContextPanel.module.css";
import { History } from "./History";
import { LinkedItems } from "./LinkedItems";
import { Reasons } from "./Reasons";

interface ContextPanelProps {
  detail: InteractionDetail;
  onBack: () => void;
}

export function ContextPanel({ detail, onBack }: ContextPanelProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.panel}>
      <header className={classes.head}>
        <ActionIcon variant="subtle" size={40} onClick={onBack} aria-label={t("app.back")} data-testid="back-to-detail">
          <Icon name="back" size={22} />
        </ActionIcon>
        <h2>{t("reasons.label")}</h2>
      </header>
      <Reasons detail={detail} />
      <About detail={detail} />
      <LinkedItems links={detail.links} />
      <History detail={detail} />
    </div>
  );
}
