import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "~/ui/Icon";
import type { ExplainedCondition } from "../api";
import { cutAt } from "./rows";
import classes from "./Condition.module.css";

const icons: Record<ExplainedCondition["truth"], IconName> = { true: "check", false: "close", unknown: "question" };

/** One condition of a rule: whether it held, what was asked and what was there instead. */
export function Condition({ condition }: { condition: ExplainedCondition }) {
  const { t } = useTranslation();
  const { kind, text, truth, parts } = condition;
  return (
    <li className={classes.condition} data-truth={truth}>
      <span className={classes.truth}>
        <Icon name={icons[truth]} size={15} />
        {t(`policies.why.truths.${truth}`)}
      </span>
      <div className={classes.asked}>
        <span>{kind === "question" ? text : t(`policies.why.kinds.${kind}`)}</span>
        {kind === "question" && <Actual condition={condition} />}
        {parts.length > 0 && (
          <ul className={classes.conditions}>
            {parts.map((part, index) => (
              <Condition key={index} condition={part} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function Actual({ condition: { actual, places, truth } }: { condition: ExplainedCondition }) {
  const { t } = useTranslation();
  const inside = actual !== null && places.some((place) => cutAt(actual, [place]).some(({ found }) => found));
  return (
    <>
      {actual === null ? (
        truth === "unknown" && <small>{t("policies.why.unknown")}</small>
      ) : (
        <small>
          {inside
            ? cutAt(t("policies.why.actual", { value: actual }), places).map(({ text, found }, index) => (found ? <mark key={index}>{text}</mark> : text))
            : t("policies.why.actual", { value: actual })}
        </small>
      )}
      {places.length > 0 && !inside && (
        <small>
          {t("policies.why.places")}{" "}
          {places.map((place, index) => (
            <span key={index}>
              {index > 0 && ", "}
              <mark>{place}</mark>
            </span>
          ))}
        </small>
      )}
    </>
  );
}
