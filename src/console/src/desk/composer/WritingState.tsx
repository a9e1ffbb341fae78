import { useTranslation } from "react-i18next";
import type { ReplyLimits } from "~/api/types";
import { Icon } from "~/ui/Icon";
import { lengthOf, type LengthState } from "./length";
import type { CheckState } from "./useReplyCheck";
import type { Writing } from "./useWriting";
import classes from "./WritingState.module.css";

interface WritingStateProps {
  writing: Writing;
  length: LengthState;
  limits: ReplyLimits;
  check: CheckState;
}

/** Under the text: how long it is, where it came from, and whether it may go. */
export function WritingState({ writing, length, limits, check }: WritingStateProps) {
  const { t } = useTranslation();
  if (length === "empty") return null;
  const count = lengthOf(writing.text);
  const hint = lengthHint(length);
  return (
    <div className={classes.state}>
      <span id="reply-length" className={classes.count} data-length={length} data-testid="counter">
        {t("composer.count", { count, max: limits.hardMax })}
        {hint && <> · {t(hint, { min: length === "tooShortHard" ? limits.hardMin : limits.styleMin, max: limits.styleMax, over: count - limits.hardMax })}</>}
      </span>
      <span data-testid="origin">
        {t(`composer.${writing.origin}`)}
        {writing.kept && <span className={classes.kept}> · {t("composer.savedHere")}</span>}
      </span>
      <Verdict check={check} />
    </div>
  );
}

function Verdict({ check }: { check: CheckState }) {
  const { t } = useTranslation();
  if (check.failed) return <span className={classes.failed}>{t("composer.checkFailed")}</span>;
  if (!check.current) return <span>{t("composer.checking")}</span>;
  if (check.result?.valid !== true) return null;
  return (
    <span className={classes.good} data-testid="check-passed">
      <Icon name="check" size={14} /> {t("composer.checked")}
    </span>
  );
}

function lengthHint(length: LengthState) {
  switch (length) {
    case "tooShortHard":
    case "tooLongHard":
    case "tooShortStyle":
    case "tooLongStyle":
      return `composer.${length}` as const;
    default:
      return null;
  }
}
