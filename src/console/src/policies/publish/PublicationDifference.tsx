import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import { LoadError } from "~/ui/LoadError";
import { share } from "../backtest/shiftTable";
import { useBacktest } from "../backtest/store";
import { comparisonQuery } from "../queries";
import { Changes } from "../versions/Changes";
import { versionName } from "../versions/versionName";
import classes from "./PublishDialog.module.css";

interface PublicationDifferenceProps {
  set: string;
  active: string;
  version: string;
  document: string | undefined;
}

/** What a version changes in what is in force, and what it would have changed in the past if that was tried. */
export function PublicationDifference({ set, active, version, document }: PublicationDifferenceProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(comparisonQuery(set, active, version));
  return (
    <section className={classes.difference}>
      <h3>{t("policies.publish.difference")}</h3>
      <p className={classes.quiet}>{t("policies.publish.against", { version: versionName(t, active) })}</p>
      {data ? (
        data.changes.length === 0 ? (
          <p>{t("policies.publish.nothing")}</p>
        ) : (
          <div className={classes.changes} tabIndex={0} role="region" aria-label={t("policies.publish.difference")}>
            <Changes changes={data.changes} document={document} />
          </div>
        )
      ) : error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <Skeleton height={72} radius={8} />
      )}
      <LastBacktest set={set} version={version} document={document} />
    </section>
  );
}

function LastBacktest({ set, version, document }: Omit<PublicationDifferenceProps, "active">) {
  const { t } = useTranslation();
  const { finished } = useBacktest(set);
  const report = finished?.run.document === document ? finished?.report : undefined;
  return (
    <p className={classes.quiet} data-testid="publish-backtest">
      {report
        ? t("policies.backtest.last", {
            changed: report.changed.toLocaleString(currentLanguage()),
            number: report.decisions.toLocaleString(currentLanguage()),
            share: share(report.changed, report.decisions, currentLanguage()),
          })
        : t("policies.backtest.lastNone")}{" "}
      <Link to="/policies/$set/backtest" params={{ set }} search={{ version }}>
        {t(report ? "policies.backtest.more" : "policies.backtest.run")}
      </Link>
    </p>
  );
}
