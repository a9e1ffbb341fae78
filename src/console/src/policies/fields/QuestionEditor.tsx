import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldView, OperatorName, PolicyFinding } from "../api";
import type { Asked } from "../model/cells";
import type { CellWords } from "../model/cellWords";
import { OperandEditor } from "./OperandEditor";
import { carriedOver, operandKind } from "./operands";
import { Remarks } from "./Remarks";
import classes from "./Field.module.css";

interface QuestionEditorProps {
  field: FieldView;
  operators: OperatorName[];
  /** What an empty cell starts with. */
  usual: OperatorName;
  asked: Asked | null;
  words: CellWords;
  onChange: (asked: Asked | null) => void;
  onDone: () => void;
  typed?: string | null;
  suggestions?: string[];
  remarks?: PolicyFinding[];
}

/** A condition cell: how to ask, and what for. Every change is written at once; an unfinished one is not. */
export function QuestionEditor({ field, operators, usual, asked, words, onChange, onDone, typed = null, suggestions = [], remarks = [] }: QuestionEditorProps) {
  const { t } = useTranslation();
  const [op, setOp] = useState(asked?.op ?? usual);
  const [start, setStart] = useState(typed);
  const value = asked?.op === op ? asked.value : undefined;
  const kind = operandKind(field, op);
  const changeOperator = (next: OperatorName) => {
    const carried = carriedOver(value, kind, operandKind(field, next));
    setOp(next);
    setStart(null);
    if (carried !== undefined) onChange({ op: next, value: carried });
  };
  return (
    <div className={classes.question} data-wide={field.type === "text" || undefined}>
      <label className={classes.field}>
        <span className={classes.label}>{field.title}</span>
        <select className={classes.input} value={op} onChange={(event) => changeOperator(event.currentTarget.value as OperatorName)} data-testid="operator">
          {(operators.includes(op) ? operators : [op, ...operators]).map((one) => (
            <option key={one} value={one}>
              {t(`policies.editor.operators.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <OperandEditor
        key={op}
        field={field}
        op={op}
        value={value}
        words={words}
        onChange={(changed) => onChange(changed === undefined ? null : { op, value: changed })}
        onDone={onDone}
        typed={start}
        suggestions={suggestions}
        remarks={remarks}
      />
      <Remarks remarks={remarks.filter(({ path }) => kind !== "phrases" || !/\[\d+\]$/.test(path))} />
      <div className={classes.foot}>
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => {
            onChange(null);
            onDone();
          }}
          data-testid="any"
        >
          {t("policies.editor.edit.any")}
        </Button>
        <Button variant="light" size="compact-md" onClick={onDone} data-testid="done">
          {t("policies.editor.edit.done")}
        </Button>
      </div>
    </div>
  );
}
