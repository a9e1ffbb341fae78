import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/Notice";
import classes from "./NothingOpen.module.css";

export function NothingOpen() {
  const { t } = useTranslation();
  return (
    <div className={classes.nothing}>
      <Notice icon="desk" title={t("detail.chooseTitle")} text={t("detail.chooseText")} />
    </div>
  );
}
