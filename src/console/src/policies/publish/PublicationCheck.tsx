import { Skeleton } from "@mantine/core";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import type { PolicyCheck } from "../api";
import { checkQuery } from "../queries";
import { FindingList } from "./FindingList";
import { isAboutExample } from "./findings";
import classes from "./PublishDialog.module.css";

/** The check of a saved text; it waits until the text is there. */
export function usePublicationCheck(set: string, document: string | undefined): UseQueryResult<PolicyCheck> {
  return useQuery({ ...checkQuery(set, document ?? ""), enabled: document !== undefined });
}

interface PublicationCheckProps {
  set: string;
  check: UseQueryResult<PolicyCheck>;
  loadError: Error | null;
}

/** What stands in the way of a publication, or that nothing does. */
export function PublicationCheck({ set, check, loadError }: PublicationCheckProps) {
  const { t } = useTranslation();
  const error = loadError ?? check.error;
  if (error) {
    return (
      <p className={classes.failed} role="alert">
        {t("policies.publish.checkFailed", { reason: error.message })}
      </p>
    );
  }
  if (!check.data) return <Skeleton height={44} radius={8} aria-label={t("policies.publish.checking")} />;
  const { canPublish, findings, examples } = check.data;
  const failed = examples.filter(({ passed }) => !passed);
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const shown = findings.filter(({ severity, kind }) => severity === "error" && !isAboutExample(kind));
  if (canPublish) {
    return (
      <p className={classes.ready} data-testid="publish-ready">
        <Icon name="check" size={17} />
        <span>
          {t("policies.publish.ready")}, {t("policies.publish.examples", { count: examples.length })}
          {warnings > 0 && `, ${t("policies.publish.warnings", { count: warnings })}`}.
        </span>
      </p>
    );
  }
  return (
    <section className={classes.blocked} role="alert" data-testid="publish-blocked">
      <h3>
        <Icon name="alert" size={17} />
        {t("policies.publish.blocked")}
      </h3>
      <p>
        {t("policies.publish.blockedText")}{" "}
        <Link to="/policies/$set" params={{ set }}>
          {t("policies.publish.toEditor")}
        </Link>
      </p>
      {shown.length > 0 && <FindingList findings={shown} />}
      {failed.length > 0 && (
        <ul className={classes.examples}>
          {failed.map(({ name, failure }) => (
            <li key={name}>
              <strong>{t("policies.publish.failedExample", { name })}</strong>
              {failure !== null && <span>{failure}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
