import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ExampleOutcome } from "../api";
import { Icon } from "~/ui/Icon";
import type { Outcome } from "./useSimple";
import classes from "./SimpleEscalationPage.module.css";

interface FailedExamplesProps {
  examples: readonly ExampleOutcome[];
  onAccept: (outcomes: readonly Outcome[]) => void;
}

/** Examples that a change has made fail: a slip to be taken back, or a new expectation. Until one of them, they block publishing. */
export function FailedExamples({ examples, onAccept }: FailedExamplesProps) {
  const { t } = useTranslation();
  if (examples.length === 0) return null;
  return (
    <section className={classes.examples} aria-live="polite" data-problem data-testid="failed-examples">
      <header>
        <Icon name="alert" size={17} />
        <h2>{t("policies.escalation.examplesTitle")}</h2>
        {examples.length > 1 && (
          <Button size="compact-sm" variant="default" onClick={() => onAccept(examples)} data-testid="accept-all">
            {t("policies.escalation.acceptAll")}
          </Button>
        )}
      </header>
      <p>{t("policies.escalation.examplesText")}</p>
      <ul>
        {examples.map((example) => (
          <li key={example.path}>
            <div>
              <strong>{example.name}</strong>
              {example.failure !== null && <span>{example.failure}</span>}
            </div>
            <Button size="compact-sm" variant="default" onClick={() => onAccept([example])} data-testid="accept">
              {t("policies.escalation.accept")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
