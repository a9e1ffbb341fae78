import { useTranslation } from "react-i18next";
import { Mark } from "~/ui/Mark";
import type { WorkflowChange } from "~/api/types";
import { kindTone } from "./kindTone";
import classes from "./ComparisonDrawer.module.css";

/** One row a change: the two values where there are values, the sentence otherwise. */
export function ChangeRows({ changes }: { changes: readonly WorkflowChange[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className={classes.rows}>
      {changes.map((change, index) => (
        <li key={index}>{hasValues(change) ? <Values change={change} /> : <Said change={change} />}</li>
      ))}
    </ul>
  );
}

function Said({ change: { kind, sentence } }: { change: WorkflowChange }) {
  const { t } = useTranslation();
  return (
    <p className={classes.said}>
      <Mark tone={kindTone[kind]}>{t(`workflows.comparison.${kind}`)}</Mark>
      <span>{sentence}</span>
    </p>
  );
}

function Values({ change: { kind, name, before, after, sentence } }: { change: WorkflowChange }) {
  const { t } = useTranslation();
  const nothing = <i>{t("workflows.comparison.nothing")}</i>;
  return (
    <>
      <strong>{name ?? sentence}</strong>
      <dl className={classes.values}>
        {kind !== "added" && (
          <>
            <dt>{t("workflows.comparison.before")}</dt>
            <dd data-side="before">{before === null || before === "" ? nothing : before}</dd>
          </>
        )}
        {kind !== "removed" && (
          <>
            <dt>{t("workflows.comparison.after")}</dt>
            <dd data-side="after">{after === null || after === "" ? nothing : after}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function hasValues({ subject, before, after }: WorkflowChange): boolean {
  return subject !== "connection" && (before !== null || after !== null);
}
