import { useTranslation } from "react-i18next";
import { ApiError } from "~/api/errors";
import { Icon } from "~/ui/Icon";
import type { PolicyFinding, PolicyProblem } from "../api";
import { FindingList } from "../publish/FindingList";
import type { BacktestState } from "./store";
import classes from "./BacktestPanel.module.css";

interface FailureProps {
  failure: NonNullable<BacktestState["failure"]>;
  hasResult: boolean;
}

/** Why the last run brought nothing, and what to do. */
export function Failure({ failure, hasResult }: FailureProps) {
  const { t } = useTranslation();
  if (failure.kind === "stopped") {
    return (
      <p className={classes.note} role="status">
        <Icon name="info" size={17} />
        {t(hasResult ? "policies.backtest.stopped" : "policies.backtest.stoppedNothing")}
      </p>
    );
  }
  const { text, findings } = failure.kind === "refused" ? { text: said(failure), findings: failure.findings } : fromError(failure.error);
  return (
    <div className={classes.failure} role="alert" data-testid="backtest-failure">
      <p>
        <Icon name="alert" size={17} />
        <span>{text ?? t("policies.backtest.broken")}</span>
      </p>
      {findings.length > 0 && <FindingList findings={findings} />}
    </div>
  );
}

function fromError(error: unknown): { text: string | null; findings: PolicyFinding[] } {
  if (!(error instanceof ApiError)) return { text: null, findings: [] };
  const problem: PolicyProblem | null = error.problem;
  return { text: problem ? said(problem) : error.message, findings: problem?.findings ?? [] };
}

const said = ({ title, detail }: { title?: string | null; detail?: string | null }): string => [title, detail].filter((part) => part).join(". ");
