import { useTranslation } from "react-i18next";
import { ConnectionError } from "~/api/errors";
import type { PolicyProblem } from "../api";
import { versionName } from "../versions/versionName";
import { FindingList } from "./FindingList";
import classes from "./PublishDialog.module.css";

interface PublicationProblemProps {
  error: Error | null;
  overtaken: boolean;
  refusal: PolicyProblem | null;
  /** What is in force now. */
  active: string;
}

/** Why the last attempt did not publish; what the person entered stays as it is. */
export function PublicationProblem({ error, overtaken, refusal, active }: PublicationProblemProps) {
  const { t } = useTranslation();
  if (error === null) return null;
  const text = overtaken
    ? t("policies.publish.changed", { version: versionName(t, active) })
    : error instanceof ConnectionError
      ? t("policies.publish.connection")
      : refusal
        ? t("policies.publish.refused", { reason: error.message })
        : t("policies.publish.failed", { reason: error.message });
  return (
    <div className={classes.problem} role="alert" data-testid="publish-problem">
      <p>{text}</p>
      {refusal?.findings && <FindingList findings={refusal.findings} />}
    </div>
  );
}
