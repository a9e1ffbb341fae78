import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import type { BacktestProgress } from "./store";
import classes from "./BacktestPanel.module.css";

export function Progress({ progress }: { progress: BacktestProgress | null }) {
  const { t } = useTranslation();
  const count = (number: number) => number.toLocaleString(currentLanguage());
  return (
    <div className={classes.progress} data-testid="backtest-progress">
      {/* Until the server has counted, the bar says only that something happens. */}
      <progress aria-label={t("policies.backtest.title")} {...(progress && { value: progress.done, max: Math.max(progress.total, 1) })} />
      <p>
        {progress === null
          ? t("policies.backtest.starting")
          : t("policies.backtest.progress", { done: count(progress.done), total: count(progress.total), changed: count(progress.changed) })}
      </p>
    </div>
  );
}
