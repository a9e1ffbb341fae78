import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ApiError, ConnectionError, isStatus } from "~/api/errors";
import { Icon } from "~/ui/Icon";
import classes from "./Banner.module.css";

interface SendProblemProps {
  error: Error;
  onAgain: () => void;
}

export function SendProblem({ error, onAgain }: SendProblemProps) {
  const { t } = useTranslation();
  const kind = error instanceof ConnectionError ? "connection" : isStatus(error, 401) ? "session" : "server";
  return (
    <div className={classes.banner} data-tone="urgent" role="alert" data-testid="send-error">
      <Icon name="alert" size={18} />
      <div>
        <p>
          {t(`sendError.${kind}`)} {error instanceof ApiError && error.problem?.detail}
        </p>
        {kind !== "session" && (
          <Button size="compact-md" variant="default" onClick={onAgain}>
            {t("sendError.again")}
          </Button>
        )}
      </div>
    </div>
  );
}
