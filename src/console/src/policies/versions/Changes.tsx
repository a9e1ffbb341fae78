import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import { Mark, type Tone } from "~/ui/Mark";
import type { PolicyChange } from "../api";
import { groupChanges, hidesValues, tableTitles } from "./groupChanges";
import classes from "./Changes.module.css";

const tones: Record<PolicyChange["kind"], Tone> = { added: "good", removed: "urgent", changed: "info", moved: "plain" };

interface ChangesProps {
  changes: readonly PolicyChange[];
  /** The document that knows what its tables are called. */
  document: string | undefined;
}

/** The difference between two versions as lines that their author would say. */
export function Changes({ changes, document }: ChangesProps) {
  const { t } = useTranslation();
  const titles = tableTitles(document, currentLanguage());
  if (changes.length === 0) return <p className={classes.none}>{t("policies.versions.same")}</p>;
  return (
    <div className={classes.groups} data-testid="changes">
      {groupChanges(changes).map(({ table, changes: ofTable }) => (
        <section key={table ?? ""} className={classes.group}>
          {(table === null || titles.size > 1) && <h3>{table === null ? t("policies.versions.whole") : (titles.get(table) ?? table)}</h3>}
          <ul>
            {ofTable.map((change, index) => (
              <li key={index}>
                <Mark tone={tones[change.kind]}>{t(`policies.versions.kinds.${change.kind}`)}</Mark>
                <div>
                  <p>{change.text}</p>
                  {hidesValues(change) && <Values change={change} />}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Values({ change: { before, after } }: { change: PolicyChange }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.values}>
      {before !== null && (
        <>
          <dt>{t("policies.versions.before")}</dt>
          <dd data-side="before">{before}</dd>
        </>
      )}
      {after !== null && (
        <>
          <dt>{t("policies.versions.after")}</dt>
          <dd data-side="after">{after}</dd>
        </>
      )}
    </dl>
  );
}
