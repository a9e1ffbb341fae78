import { Button } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError, ConnectionError } from "~/api/errors";
import { LoadError } from "~/ui/LoadError";
import { Notice } from "~/ui/Notice";

export function CrashNotice({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const reload = () => window.location.reload();
  if (error instanceof ApiError || error instanceof ConnectionError) return <LoadError error={error} onRetry={reload} />;
  return (
    <Notice icon="alert" tone="urgent" title={t("error.crashedTitle")} text={t("error.crashedText")}>
      <Button onClick={reload}>{t("error.reload")}</Button>
    </Notice>
  );
}
