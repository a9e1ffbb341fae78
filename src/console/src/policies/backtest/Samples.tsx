import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import type { BacktestSample } from "../api";
import classes from "./Samples.module.css";

/** Decisions that would have been different, each with a way to its interaction. */
export function Samples({ samples }: { samples: readonly BacktestSample[] }) {
  const { t } = useTranslation();
  return (
    <section className={classes.samples}>
      <h3>{t("policies.backtest.samples")}</h3>
      <p>{t("policies.backtest.samplesText")}</p>
      <ul>
        {samples.map((sample) => (
          <Sample key={sample.decisionId} sample={sample} />
        ))}
      </ul>
    </section>
  );
}

function Sample({ sample: { interactionId, at, subject, before, after, rowsBefore, rowsAfter } }: { sample: BacktestSample }) {
  const { t } = useTranslation();
  const time = useClock((now) => clockTime(t, at, now));
  const old = new Map(before.map(({ output, value }) => [output, value]));
  const changed = after.filter(({ output, value }) => old.get(output) !== value);
  const gone = before.filter(({ output }) => !after.some((each) => each.output === output));
  const rows = (ids: string[]) => (ids.length === 0 ? t("policies.backtest.noRow") : ids.join(", "));
  return (
    <li className={classes.sample} data-testid="backtest-sample">
      <p className={classes.head}>
        {/* In a new tab: the result of the run stays where it is. */}
        <Link to="/desk/$id" params={{ id: interactionId }} search={{ queue: "all" }} target="_blank">
          {subject === "" ? t("policies.backtest.sample") : subject}
        </Link>
        <time dateTime={at}>{time}</time>
      </p>
      <dl>
        {[...changed.map(({ output, title, value }) => ({ output, title, from: old.get(output), to: value })), ...gone.map(({ output, title, value }) => ({ output, title, from: value, to: undefined }))].map(
          ({ output, title, from, to }) => (
            <div key={output}>
              <dt>{title}</dt>
              <dd>
                <span>{from ?? t("policies.backtest.nothing")}</span> → <strong>{to ?? t("policies.backtest.nothing")}</strong>
              </dd>
            </div>
          ),
        )}
      </dl>
      {rowsBefore.join() !== rowsAfter.join() && (
        <p className={classes.rows}>{t("policies.backtest.rows", { before: rows(rowsBefore), after: rows(rowsAfter) })}</p>
      )}
    </li>
  );
}
