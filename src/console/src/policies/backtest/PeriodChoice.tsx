import { useTranslation } from "react-i18next";
import { type Period, presets } from "./period";
import classes from "./BacktestPanel.module.css";

interface PeriodChoiceProps {
  period: Period;
  invalid: boolean;
  onChange: (period: Period) => void;
}

export function PeriodChoice({ period, invalid, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation();
  const dates = "days" in period ? null : period;
  return (
    <fieldset className={classes.period}>
      <legend>{t("policies.backtest.period")}</legend>
      <div className={classes.presets}>
        {presets.map((days) => (
          <label key={days}>
            <input type="radio" name="period" checked={"days" in period && period.days === days} onChange={() => onChange({ days })} />
            <span>{t("policies.backtest.days", { count: days })}</span>
          </label>
        ))}
        <label>
          <input type="radio" name="period" checked={dates !== null} onChange={() => onChange({ from: "", to: "" })} data-testid="own-dates" />
          <span>{t("policies.backtest.dates")}</span>
        </label>
      </div>
      {dates && (
        <div className={classes.dates}>
          <label>
            {t("policies.backtest.from")}
            <input type="date" value={dates.from} onChange={(event) => onChange({ ...dates, from: event.currentTarget.value })} data-testid="period-from" />
          </label>
          <label>
            {t("policies.backtest.to")}
            <input type="date" value={dates.to} onChange={(event) => onChange({ ...dates, to: event.currentTarget.value })} data-testid="period-to" />
          </label>
          {invalid && <p>{t("policies.backtest.badPeriod")}</p>}
        </div>
      )}
    </fieldset>
  );
}
