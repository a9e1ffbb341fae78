import { useTranslation } from "react-i18next";
import type { WorkflowSample } from "~/api/types";
import { Icon } from "~/ui/Icon";
import { Stars } from "~/ui/Stars";
import ask from "~/ui/Ask.module.css";
import classes from "./SampleChoice.module.css";

interface SampleChoiceProps {
  sample: WorkflowSample;
  checked: boolean;
  onChoose: () => void;
}

export function SampleChoice({ sample, checked, onChoose }: SampleChoiceProps) {
  const { t } = useTranslation();
  return (
    <label className={ask.choice} data-testid="sample">
      <input type="radio" name="sample" checked={checked} onChange={onChoose} />
      <span className={classes.sample}>
        <span className={classes.head}>
          <strong>{sample.title}</strong>
          <span className={classes.kind}>
            <Icon name={sample.channel} size={15} /> {t(`channel.${sample.channel}`)}
          </span>
          {sample.rating !== null && <Stars rating={sample.rating} />}
        </span>
        <span className={classes.text}>{sample.text}</span>
      </span>
    </label>
  );
}
