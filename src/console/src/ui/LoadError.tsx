import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ConnectionError, isStatus } from "~/api/errors";
import { Notice } from "./Notice";

interface LoadErrorProps {
  error: unknown;
  onRetry: () => void;
}

export function LoadError({ error, onRetry }: LoadErrorProps) {
  const { t } = useTranslation();
  const kind =
    error instanceof ConnectionError ? "connection" : isStatus(error, 404) ? "notFound" : isStatus(error, 403) ? "forbidden" : "server";
  return (
    <Notice icon="alert" tone="urgent" title={t(`error.${kind}Title`)} text={t(`error.${kind}Text`)}>
      <Button variant="default" onClick={onRetry} data-testid="retry">
        {t("app.retry")}
      </Button>
    </Notice>
  );
}
