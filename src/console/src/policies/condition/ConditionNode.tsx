import { CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useEditor } from "../editor/editorContext";
import { addPart, type ConditionPath, kindOf, negated, partsOf, turnInto } from "../model/conditions";
import type { Condition } from "../model/types";
import { AddPart } from "./AddPart";
import { QuestionRow } from "./QuestionRow";
import classes from "./Condition.module.css";

interface ConditionNodeProps {
  condition: Condition;
  path: ConditionPath;
  outputs: string[];
  onChange: (path: ConditionPath, change: (part: Condition) => Condition | null) => void;
}

/** A group with its parts, or one question. */
export function ConditionNode({ condition, path, outputs, onChange }: ConditionNodeProps) {
  const { t } = useTranslation();
  const { readOnly } = useEditor();
  const kind = kindOf(condition);
  if (!("all" in condition || "any" in condition || "not" in condition)) {
    return <QuestionRow question={condition} onChange={(changed) => onChange(path, () => changed)} onNegate={() => onChange(path, negated)} onRemove={() => onChange(path, () => null)} />;
  }
  return (
    <div className={classes.group} data-kind={kind} role="group" aria-label={t("policies.editor.condition.group")}>
      <div className={classes.groupHead}>
        {kind === "not" ? (
          <strong>{t("policies.editor.condition.not")}</strong>
        ) : (
          <select
            className={classes.kind}
            aria-label={t("policies.editor.condition.group")}
            value={kind}
            disabled={readOnly}
            onChange={(event) => {
              const next = event.currentTarget.value === "any" ? "any" : "all";
              onChange(path, (part) => turnInto(part, next));
            }}
            data-testid="group-kind"
          >
            <option value="all">{t("policies.editor.condition.all")}</option>
            <option value="any">{t("policies.editor.condition.any")}</option>
          </select>
        )}
        {!readOnly && (
          <>
            <button type="button" className={classes.small} onClick={() => onChange(path, negated)} data-testid="negate">
              {t("policies.editor.condition.negate")}
            </button>
            <CloseButton size="sm" aria-label={t("policies.editor.condition.remove")} onClick={() => onChange(path, () => null)} />
          </>
        )}
      </div>
      <div className={classes.parts}>
        {partsOf(condition).map((part, at) => (
          <ConditionNode key={at} condition={part} path={[...path, at]} outputs={outputs} onChange={onChange} />
        ))}
        {kind !== "not" && !readOnly && <AddPart outputs={outputs} onAdd={(part) => onChange(path, (group) => addPart(group, part))} />}
      </div>
    </div>
  );
}
