import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./Editor.module.css";

export function EditorSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.skeleton} role="status" aria-label={t("app.loading")}>
      <Skeleton height={34} width="40%" radius={8} />
      <Skeleton height={26} width="60%" radius={8} />
      <Skeleton height={420} radius={8} />
    </div>
  );
}
