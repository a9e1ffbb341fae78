import { useTranslation } from "react-i18next";
import type { FieldView, OperatorName, PolicyFinding } from "../api";
import { askedText, valueText } from "../model/cellText";
import type { CellWords } from "../model/cellWords";
import { expectedOf, readAsked, readValue } from "../model/readCell";
import type { Json } from "../model/types";
import { DurationField } from "./DurationField";
import { MomentField } from "./MomentField";
import { fewNumbers, operandKind } from "./operands";
import { type Option, OptionList } from "./OptionList";
import { ParsedField } from "./ParsedField";
import { PatternHelp } from "./PatternHelp";
import { PhraseList } from "./PhraseList";
import { ValueEditor } from "./ValueEditor";
import classes from "./Field.module.css";

export interface OperandEditorProps {
  field: FieldView;
  op: OperatorName;
  value: Json | undefined;
  words: CellWords;
  /** Undefined: nothing is chosen any more. */
  onChange: (value: Json | undefined) => void;
  onDone: () => void;
  typed?: string | null;
  suggestions?: string[];
  remarks?: PolicyFinding[];
}

/** What a question compares with, by the field's type and the operator. */
export function OperandEditor({ field, op, value, words, onChange, onDone, typed = null, suggestions = [], remarks = [] }: OperandEditorProps) {
  const { t } = useTranslation();
  const kind = operandKind(field, op);
  switch (kind) {
    case "known":
      return (
        <OptionList
          label={field.title}
          options={[
            { value: "true", label: words.known },
            { value: "false", label: words.unknown },
          ]}
          chosen={typeof value === "boolean" ? [String(value)] : []}
          many={false}
          onChoose={([one]) => onChange(one === "true")}
          onDone={onDone}
        />
      );
    case "length":
      return <DurationField label={field.title} value={asText(value)} onChange={onChange} autoFocus typed={typed ?? ""} hideLabel />;
    case "range":
      return (
        <div className={classes.line}>
          {([0, 1] as const).map((end) => (
            <EndField
              key={end}
              field={field}
              label={t(end === 0 ? "policies.editor.edit.from" : "policies.editor.edit.to")}
              value={Array.isArray(value) ? value[end] : undefined}
              words={words}
              autoFocus={end === 0}
              typed={end === 0 ? typed : null}
              onChange={(changed) => {
                const ends = Array.isArray(value) ? [...value] : [changed, changed];
                ends[end] = changed;
                onChange(ends);
              }}
            />
          ))}
        </div>
      );
    case "phrases":
      return <PhraseList phrases={Array.isArray(value) ? value.map(String) : []} onChange={(phrases) => onChange(phrases.length > 0 ? phrases : undefined)} remarks={remarks} typed={typed ?? ""} />;
    case "phrase":
      return (
        <>
          <ParsedField label={t("policies.editor.edit.phrase", { number: 1 })} text={asText(value)} typed={typed} parse={(text) => ({ read: text })} onRead={(text) => onChange(text.trim() === "" ? undefined : text)} hint={t("policies.editor.edit.phraseHint")} autoFocus hideLabel />
          <PatternHelp />
        </>
      );
    case "regex":
      return (
        <ParsedField
          label={t("policies.editor.edit.regex")}
          text={asText(value)} typed={typed}
          parse={(text) => ({ read: text })}
          onRead={(text) => onChange(text === "" ? undefined : text)}
          hint={t("policies.editor.edit.regexHint")}
          code
          autoFocus
        />
      );
    case "many": {
      const options = optionsOf(field);
      if (options) {
        const numeric = field.type === "int";
        return (
          <OptionList
            label={field.title}
            options={options}
            chosen={Array.isArray(value) ? value.map(String) : []}
            many
            onChoose={(chosen) => onChange(chosen.length === 0 ? undefined : numeric ? chosen.map(Number) : chosen)}
            search={numeric ? "" : (typed ?? "")}
          />
        );
      }
      return (
        <ParsedField
          label={t(field.type === "string" ? "policies.editor.edit.values" : "policies.editor.edit.numbers")}
          text={askedText(field, Array.isArray(value) ? { op: "in", value } : null, words)}
          typed={typed}
          parse={(text) => readAsked(field, "in", ["in"], text, words)}
          onRead={(asked) => onChange(asked === null ? undefined : asked.value)}
          unit={field.unit}
          hint={field.type === "string" ? "" : expectedOf(field, words)}
          suggestions={suggestions}
          autoFocus
        />
      );
    }
    default: {
      const numbers = op === "eq" || op === "ne" ? fewNumbers(field) : null;
      if (numbers) return <OptionList label={field.title} options={optionsOf(field) ?? []} chosen={typeof value === "number" ? [String(value)] : []} many={false} onChoose={([one]) => onChange(Number(one))} onDone={onDone} />;
      if (field.type === "set") return <OptionList label={field.title} options={field.values} chosen={typeof value === "string" ? [value] : []} many={false} onChoose={([one]) => onChange(one)} onDone={onDone} search={typed ?? ""} />;
      return <ValueEditor field={field} value={value} words={words} onChange={onChange} onDone={onDone} typed={typed} suggestions={suggestions} hideLabel />;
    }
  }
}

const asText = (value: Json | undefined) => (typeof value === "string" ? value : "");

function optionsOf(field: FieldView): Option[] | null {
  if (field.values.length > 0) return field.values;
  const numbers = fewNumbers(field);
  return numbers?.map((number) => ({ value: String(number), label: String(number) })) ?? null;
}

interface EndFieldProps {
  field: FieldView;
  label: string;
  value: Json | undefined;
  words: CellWords;
  autoFocus: boolean;
  typed: string | null;
  onChange: (value: Json) => void;
}

function EndField({ field, label, value, words, autoFocus, typed, onChange }: EndFieldProps) {
  if (field.type === "duration") return <DurationField label={label} value={asText(value)} onChange={onChange} autoFocus={autoFocus} typed={typed ?? ""} />;
  if (field.type === "instant") return <MomentField label={label} value={asText(value)} onChange={onChange} />;
  return (
    <ParsedField
      label={label}
      text={valueText(field, value, words)}
      typed={typed}
      parse={(text) => {
        const read = readValue(field, text, words);
        return "expected" in read ? read : read.read === undefined ? { expected: expectedOf(field, words) } : { read: read.read };
      }}
      onRead={onChange}
      unit={field.unit}
      numeric
      autoFocus={autoFocus}
    />
  );
}
