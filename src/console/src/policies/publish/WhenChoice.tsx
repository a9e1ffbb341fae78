import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Effective, EffectiveFault } from "./effective";
import classes from "./PublishDialog.module.css";

interface WhenChoiceProps {
  effective: Effective;
  fault: EffectiveFault | null;
  onChange: (effective: Effective) => void;
}

export function WhenChoice({ effective: { from, to }, fault, onChange }: WhenChoiceProps) {
  const { t } = useTranslation();
  const wrong = fault && t(`policies.publish.${fault}`);
  return (
    <fieldset className={classes.choices}>
      <legend>{t("policies.publish.when")}</legend>
      <div className={classes.when}>
        <label>
          <input type="radio" name="when" checked={from === null} onChange={() => onChange({ from: null, to })} />
          {t("policies.publish.now")}
        </label>
        <label>
          <input type="radio" name="when" checked={from !== null} onChange={() => onChange({ from: "", to })} data-testid="when-later" />
          {t("policies.publish.later")}
        </label>
        <label>
          <input type="checkbox" checked={to !== null} onChange={(event) => onChange({ from, to: event.currentTarget.checked ? "" : null })} data-testid="when-until" />
          {t("policies.publish.until")}
        </label>
      </div>
      {(from !== null || to !== null) && (
        <div className={classes.moments}>
          {from !== null && (
            <TextInput type="datetime-local" label={t("policies.publish.from")} value={from} onChange={(event) => onChange({ from: event.currentTarget.value, to })} error={fault !== "badTo" && wrong} data-testid="effective-from" />
          )}
          {to !== null && (
            <TextInput
              type="datetime-local"
              label={t("policies.publish.to")}
              description={t("policies.publish.untilText")}
              value={to}
              onChange={(event) => onChange({ from, to: event.currentTarget.value })}
              error={fault === "badTo" && wrong}
              data-testid="effective-to"
            />
          )}
        </div>
      )}
    </fieldset>
  );
}
