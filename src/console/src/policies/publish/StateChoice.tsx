import { useTranslation } from "react-i18next";
import classes from "./PublishDialog.module.css";

interface StateChoiceProps {
  state: "active" | "shadow";
  onChange: (state: "active" | "shadow") => void;
}

export function StateChoice({ state, onChange }: StateChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.choices}>
      <legend>{t("policies.publish.state")}</legend>
      {(["active", "shadow"] as const).map((each) => (
        <label key={each} className={classes.choice}>
          <input type="radio" name="state" checked={state === each} onChange={() => onChange(each)} data-testid={`state-${each}`} />
          <span>
            <strong>{t(`policies.publish.states.${each}`)}</strong>
            <small>{t(`policies.publish.states.${each}Text`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
