import { useTranslation } from "react-i18next";
import classes from "./PatternHelp.module.css";

const patterns = [
  ["word", "возврат"],
  ["exact", "=вернем"],
  ["start", "гарант*"],
  ["or", "бот|нейросеть"],
  ["gap", "вернуть [..2] деньги"],
  ["maybe", "мы? виноваты"],
  ["order", "~ полный возврат"],
  ["unless", "брак !<2(без|нет)"],
  ["number", "#44-60"],
] as const;

/** The language of phrases on one small page. */
export function PatternHelp() {
  const { t } = useTranslation();
  return (
    <details className={classes.help}>
      <summary>{t("policies.editor.edit.help")}</summary>
      <dl>
        {patterns.map(([name, example]) => (
          <div key={name}>
            <dt>{example}</dt>
            <dd>{t(`policies.editor.patterns.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
