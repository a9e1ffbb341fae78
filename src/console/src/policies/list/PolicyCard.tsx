import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Mark } from "~/ui/Mark";
import type { PolicySummary } from "../api";
import { shadowQuery } from "../queries";
import { authorOf, versionName, versionTitle } from "../versions/versionName";
import { stageOf } from "./stages";
import classes from "./PolicyCard.module.css";

interface PolicyCardProps {
  policy: PolicySummary;
  /** From 1: the order in which the sets work. */
  place: number;
}

export function PolicyCard({ policy, place }: PolicyCardProps) {
  const { t } = useTranslation();
  const { name, title, description, rows, examples, decisionsLastWeek } = policy;
  const stage = stageOf(name);
  const counts = [t("policies.list.rows", { count: rows }), t("policies.list.examples", { count: examples }), t("policies.list.decisions", { count: decisionsLastWeek })];
  return (
    <article className={classes.card} data-testid={`policy-${name}`}>
      <span className={classes.place} aria-hidden>
        {place}
      </span>
      <div className={classes.what}>
        <h2>
          <Link to="/policies/$set" params={{ set: name }}>
            {title}
          </Link>
        </h2>
        <p>{stage ? t(`policies.list.decides.${stage}`) : description}</p>
        <p className={classes.counts}>{counts.join(" · ")}</p>
      </div>
      <div className={classes.state}>
        <InForce policy={policy} />
        <Remarks policy={policy} />
      </div>
      <nav className={classes.links} aria-label={title}>
        {name === "escalation" && <Link to="/policies/escalation/simple">{t("policies.list.simple")}</Link>}
        <Link to="/policies/$set/versions" params={{ set: name }}>
          {t("policies.list.versions")}
        </Link>
        <Link to="/policies/$set/backtest" params={{ set: name }}>
          {t("policies.list.backtest")}
        </Link>
      </nav>
    </article>
  );
}

function InForce({ policy: { active } }: { policy: PolicySummary }) {
  const { t } = useTranslation();
  const time = useClock((now) => clockTime(t, active.effectiveFrom ?? active.createdAt, now));
  const author = authorOf(active);
  return (
    <p className={classes.inForce}>
      <span>{t("policies.list.inForce")}</span>
      <Mark tone={active.origin === "seller" ? "accent" : "plain"}>{versionTitle(t, active.label)}</Mark>
      <span>{author === null ? t("policies.list.since", { time }) : t("policies.list.sinceBy", { time, name: author })}</span>
    </p>
  );
}

/** What asks for attention, if anything does. */
function Remarks({ policy }: { policy: PolicySummary }) {
  const { t } = useTranslation();
  const { name, platformIsNewer, drafts, scheduled, shadow, findings } = policy;
  const begins = useClock((now) => (scheduled?.effectiveFrom ? clockTime(t, scheduled.effectiveFrom, now) : ""));
  return (
    <ul className={classes.remarks}>
      {findings.errors > 0 && (
        <li>
          <Mark tone="urgent" icon="alert">
            {t("policies.list.errors", { count: findings.errors })}
          </Mark>
        </li>
      )}
      {findings.warnings > 0 && (
        <li>
          <Mark tone="high" icon="alert">
            {t("policies.list.warnings", { count: findings.warnings })}
          </Mark>
        </li>
      )}
      {drafts > 0 && (
        <li>
          <Mark tone="high">{t("policies.list.drafts", { count: drafts })}</Mark>
        </li>
      )}
      {platformIsNewer && (
        <li>
          <Mark tone="info" icon="info" testId="newer">
            {t("policies.list.newer")}
          </Mark>
        </li>
      )}
      {shadow !== null && (
        <li>
          <Shadow set={name} version={shadow} />
        </li>
      )}
      {scheduled && (
        <li>
          <Mark tone="accent" icon="clock">
            {t("policies.list.scheduled", { version: versionTitle(t, scheduled.label), time: begins })}
          </Mark>
        </li>
      )}
    </ul>
  );
}

function Shadow({ set, version }: { set: string; version: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(shadowQuery(set));
  const count = (number: number) => number.toLocaleString(currentLanguage());
  const name = versionName(t, version);
  return (
    <Mark tone="info" icon="compare">
      {data ? t("policies.list.shadowDiffers", { version: name, differing: count(data.differing), decisions: count(data.decisions) }) : t("policies.list.shadow", { version: name })}
    </Mark>
  );
}
