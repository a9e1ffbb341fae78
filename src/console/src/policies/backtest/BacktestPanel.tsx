import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { now } from "~/time/clock";
import { Icon } from "~/ui/Icon";
import { Failure } from "./Failure";
import { momentsOf, type Period } from "./period";
import { PeriodChoice } from "./PeriodChoice";
import { Progress } from "./Progress";
import { Report } from "./Report";
import { startBacktest, stopBacktest, useBacktest } from "./store";
import classes from "./BacktestPanel.module.css";

export interface BacktestPanelProps {
  set: string;
  /** What to try: a text that may be unsaved; undefined while it is being loaded. */
  document: string | undefined;
  /** The saved version that the document is; null for a text that nobody saved. */
  version: string | null;
}

/** Chooses a period, runs the text over it and shows what would have been different. */
export function BacktestPanel({ set, document, version }: BacktestPanelProps) {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<Period>({ days: 30 });
  const { running, finished, failure } = useBacktest(set);
  const moments = momentsOf(period, now());

  const start = () => {
    const chosen = momentsOf(period, now());
    if (document !== undefined && chosen) void startBacktest(set, { ...chosen, document, version });
  };

  return (
    <div className={classes.panel}>
      <div className={classes.choice}>
        <PeriodChoice period={period} invalid={moments === null} onChange={setPeriod} />
        {running ? (
          <Button variant="default" leftSection={<Icon name="close" size={16} />} onClick={() => stopBacktest(set)} data-testid="backtest-stop">
            {t("policies.backtest.stop")}
          </Button>
        ) : (
          <Button leftSection={<Icon name="play" size={16} />} disabled={moments === null || document === undefined} onClick={start} data-testid="backtest-start">
            {t(finished ? "policies.backtest.again" : "policies.backtest.start")}
          </Button>
        )}
      </div>
      {running && <Progress progress={running.progress} />}
      {failure && <Failure failure={failure} hasResult={finished !== null} />}
      {finished && (
        <Report run={finished.run} report={finished.report} stale={!running && document !== undefined && finished.run.document !== document} />
      )}
    </div>
  );
}
