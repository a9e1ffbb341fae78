import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./DetailSkeleton.module.css";

export function DetailSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.skeleton} role="status" aria-label={t("app.loading")}>
      <Skeleton height={180} radius={10} />
      <span />
      <Skeleton height={220} radius={10} />
    </div>
  );
}
