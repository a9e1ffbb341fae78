import { useTranslation } from "react-i18next";
import type { InteractionDetail } from "~/api/types";
import { flagName, intentName, sentimentName } from "~/ui/labels";
import { Mark } from "~/ui/Mark";
import classes from "./About.module.css";
import { Section } from "./Section";

export function About({ detail }: { detail: InteractionDetail }) {
  const { t } = useTranslation();
  return (
    <Section title={t("about.title")}>
      <dl className={classes.facts}>
        <dt>{t("about.intent")}</dt>
        <dd>{detail.intent === null ? t("about.unknown") : intentName(t, detail.intent)}</dd>
        {detail.sentiment !== null && (
          <>
            <dt>{t("about.sentiment")}</dt>
            <dd>{sentimentName(t, detail.sentiment)}</dd>
          </>
        )}
        {detail.flags.length > 0 && (
          <>
            <dt>{t("about.flags")}</dt>
            <dd className={classes.flags}>
              {detail.flags.map((flag) => (
                <Mark key={flag} tone="urgent">
                  {flagName(t, flag)}
                </Mark>
              ))}
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}
