import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import { calendarDay } from "~/time/deadline";
import { Icon } from "~/ui/Icon";
import { Notice } from "~/ui/Notice";
import { versionName, versionTitle } from "../versions/versionName";
import { Samples } from "./Samples";
import { Shifts } from "./Shifts";
import { share } from "./shiftTable";
import type { BacktestReport, BacktestRun } from "./store";
import classes from "./Report.module.css";

interface ReportProps {
  run: BacktestRun;
  report: BacktestReport;
  /** The text was changed since. */
  stale: boolean;
}

/** What a back-test found: how many decisions, what turned into what, what it would have meant, and items to look at. */
export function Report({ run, report, stale }: ReportProps) {
  const { t } = useTranslation();
  const { decisions, changed, notComparable, outputs, samples, consequences, seconds } = report;
  const count = (number: number) => number.toLocaleString(currentLanguage());
  return (
    <section className={classes.report} data-testid="backtest-report" aria-live="polite">
      {stale && (
        <p className={classes.stale} role="note">
          <Icon name="info" size={17} />
          {t("policies.backtest.olderText")}
        </p>
      )}
      <p className={classes.of}>
        {t("policies.backtest.resultOf", {
          what: run.version === null ? t("policies.backtest.draftText") : versionTitle(t, run.version),
          against: versionName(t, report.against),
          from: calendarDay(run.from),
          to: calendarDay(run.to),
        })}
      </p>
      {decisions === 0 ? (
        <Notice icon="inbox" title={t("policies.backtest.nothingTitle")} text={t("policies.backtest.nothingText")} />
      ) : changed === 0 ? (
        <Notice icon="check" title={t("policies.backtest.sameTitle")} text={t("policies.backtest.sameText", { number: count(decisions) })} />
      ) : (
        <dl className={classes.figures}>
          <div data-main>
            <dt>{t("policies.backtest.changed")}</dt>
            <dd>{count(changed)}</dd>
            <dd className={classes.small}>
              {t("policies.backtest.ofAll", { share: share(changed, decisions, currentLanguage()), number: count(decisions) })},{" "}
              {t("policies.backtest.seconds", { seconds: seconds.toLocaleString(currentLanguage(), { maximumFractionDigits: 1 }) })}
            </dd>
          </div>
          {consequences.map(({ code, title, before, after }) => (
            <div key={code} data-testid="consequence" data-moved={before !== after || undefined}>
              <dt>{title}</dt>
              <dd>{before === after ? count(after) : t("policies.backtest.consequence", { before: count(before), after: count(after) })}</dd>
              {before === after && <dd className={classes.small}>{t("policies.backtest.outputSame")}</dd>}
            </div>
          ))}
        </dl>
      )}
      {notComparable > 0 && (
        <p className={classes.missing}>
          <Icon name="info" size={16} />
          {t("policies.backtest.notComparable", { count: notComparable })}
        </p>
      )}
      {changed > 0 && <Shifts outputs={outputs} />}
      {samples.length > 0 && <Samples samples={samples} />}
    </section>
  );
}
