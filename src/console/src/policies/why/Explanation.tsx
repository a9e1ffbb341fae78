import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import type { ExplainedRow, PolicyExplanation } from "../api";
import { Rule } from "./Rule";
import { inOrderOfInterest, isMeant } from "./rows";
import classes from "./Explanation.module.css";

const interesting = new Set<ExplainedRow["outcome"]>(["decided", "overruled", "nearMiss"]);

/** Why a set decided as it did and why every other rule did not, down to the condition and the actual value. */
export function Explanation({ explanation }: { explanation: PolicyExplanation }) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const { tables, outputs, exact, inexactBecause } = explanation;
  const rows = tables.flatMap((table) => table.rows);
  const searched = words.trim() !== "";
  const found = rows.filter((row) => isMeant(row, words)).length;
  return (
    <div className={classes.explanation}>
      {!exact && (
        <p className={classes.inexact} role="note">
          <Icon name="info" size={17} />
          <span>
            <strong>{t("policies.why.inexact")}.</strong> {inexactBecause}
          </span>
        </p>
      )}
      <dl className={classes.outputs} aria-label={t("policies.why.outcome")}>
        {outputs.map(({ output, title, value }) => (
          <div key={output}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!rows.some(({ outcome }) => outcome === "decided") && <p className={classes.quiet}>{t("policies.why.nothingDecided")}</p>}
      <TextInput
        type="search"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        aria-label={t("policies.why.search")}
        placeholder={t("policies.why.searchHint")}
        leftSection={<Icon name="search" size={16} />}
        data-testid="why-search"
      />
      <p className={searched ? classes.quiet : "visually-hidden"} role="status">
        {searched && (found === 0 ? t("policies.why.foundNone") : t("policies.why.found", { count: found }))}
      </p>
      {tables.map(({ name, title, rows: all }) => {
        const shown = inOrderOfInterest(all.filter((row) => isMeant(row, words)));
        const first = searched ? shown : shown.filter(({ outcome }) => interesting.has(outcome));
        const rest = searched ? [] : shown.filter(({ outcome }) => !interesting.has(outcome));
        if (shown.length === 0) return null;
        return (
          <section key={name} className={classes.table} aria-label={title}>
            {tables.length > 1 && <h3>{title}</h3>}
            {first.map((row) => (
              <Rule key={`${row.id}${searched}`} row={row} opened={row.outcome === "decided" || (searched && found <= 3)} />
            ))}
            {rest.length > 0 && (
              <details className={classes.rest} data-testid="why-rest">
                <summary>{t("policies.why.rest", { count: rest.length })}</summary>
                <div className={classes.table}>
                  {rest.map((row) => (
                    <Rule key={row.id} row={row} opened={false} />
                  ))}
                </div>
              </details>
            )}
          </section>
        );
      })}
    </div>
  );
}
