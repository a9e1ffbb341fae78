import { Button } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import classes from "~/ui/Ask.module.css";

interface SkipDialogProps {
  name: string;
  outcomes: string[];
  onClose: () => void;
  onSkip: (outcome: string) => void;
}

export function SkipDialog({ name, outcomes, onClose, onSkip }: SkipDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(outcomes.length === 1 ? outcomes[0] : undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen !== undefined) onSkip(chosen);
  };
  return (
    <Dialog label={t("workflows.incident.skipTitle", { name })} onClose={onClose} testId="skip">
      <form className={classes.ask} onSubmit={submit}>
        <h2>{t("workflows.incident.skipTitle", { name })}</h2>
        <p>{t("workflows.incident.skipText")}</p>
        <fieldset className={classes.choices}>
          <legend>{t("workflows.incident.outcome")}</legend>
          {outcomes.map((outcome) => (
            <label key={outcome} className={classes.choice}>
              <input type="radio" name="outcome" checked={chosen === outcome} onChange={() => setChosen(outcome)} />
              <span>{outcome}</span>
            </label>
          ))}
        </fieldset>
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t("workflows.incident.back")}
          </Button>
          <Button type="submit" disabled={chosen === undefined} data-testid="skip-submit">
            {t("workflows.incident.skipSubmit")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
