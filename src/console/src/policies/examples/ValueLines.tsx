import { Button, CloseButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import type { FieldView } from "../api";
import { useEditor } from "../editor/editorContext";
import { OptionList } from "../fields/OptionList";
import { Sheet } from "../fields/Sheet";
import { ValueEditor } from "../fields/ValueEditor";
import { valueText } from "../model/cellText";
import { put } from "../model/put";
import { suggestionsFor } from "../model/suggestions";
import type { Json } from "../model/types";
import classes from "./Examples.module.css";
import sheet from "../fields/Field.module.css";

interface ValueLinesProps {
  title: string;
  addLabel: string;
  fields: FieldView[];
  fieldOf: (name: string) => FieldView;
  values: Record<string, Json>;
  onChange: (values: Record<string, Json>) => void;
  testId: string;
}

/** Fields with their values, a line for each; a value is changed with the editor of its type. */
export function ValueLines({ title, addLabel, fields, fieldOf, values, onChange, testId }: ValueLinesProps) {
  const { t } = useTranslation();
  const { readOnly, words, state } = useEditor();
  const [open, setOpen] = useState<{ name: string; anchor: HTMLElement; before: Record<string, Json> } | null>(null);
  const [adding, setAdding] = useState<HTMLElement | null>(null);
  const field = open && fieldOf(open.name);
  const missing = fields.filter(({ name }) => !(name in values));
  const order = fields.map(({ name }) => name);
  return (
    <section className={classes.part} data-testid={testId}>
      <h3>{title}</h3>
      <ul className={classes.values}>
        {Object.entries(values).map(([name, value]) => (
          <li key={name}>
            <span className={classes.fieldName}>{fieldOf(name).title}</span>
            <button type="button" className={classes.value} disabled={readOnly} onClick={(event) => setOpen({ name, anchor: event.currentTarget, before: values })} data-testid={`value-${name}`}>
              {valueText(fieldOf(name), value, words) || t("policies.editor.edit.notSet")}
            </button>
            {!readOnly && <CloseButton size="sm" aria-label={t("policies.editor.examples.removeFact", { name: fieldOf(name).title })} onClick={() => onChange(put(values, name, undefined))} />}
          </li>
        ))}
      </ul>
      {!readOnly && missing.length > 0 && (
        <Button size="compact-sm" variant="subtle" className={classes.addValue} leftSection={<Icon name="plus" size={14} />} onClick={(event) => setAdding(event.currentTarget)} data-testid={`add-${testId}`}>
          {addLabel}
        </Button>
      )}
      {adding && (
        <Sheet anchor={adding} label={addLabel} onDone={() => setAdding(null)} onCancel={() => setAdding(null)} testId="add-value-sheet">
          <div className={sheet.question}>
            <OptionList
              label={addLabel}
              options={missing.map(({ name, title: label, description }) => ({ value: name, label, hint: description }))}
              chosen={[]}
              many={false}
              onChoose={([name = ""]) => {
                onChange(put(values, name, firstValue(fieldOf(name)), order));
                setAdding(null);
                setOpen({ name, anchor: adding, before: values });
              }}
            />
          </div>
        </Sheet>
      )}
      {open && field && (
        <Sheet
          key={open.name}
          anchor={open.anchor}
          label={field.title}
          onDone={() => setOpen(null)}
          onCancel={() => {
            onChange(open.before);
            setOpen(null);
          }}
          testId="value-sheet"
        >
          <div className={sheet.question} data-wide={field.type === "text" || field.type === "localized" || undefined}>
            {["enum", "set", "bool"].includes(field.type) && <p className={sheet.label}>{field.title}</p>}
            <ValueEditor
              field={field}
              value={values[open.name]}
              words={words}
              onChange={(value) => value !== undefined && onChange(put(values, open.name, value, order))}
              onDone={() => setOpen(null)}
              suggestions={suggestionsFor(state.document, open.name)}
            />
          </div>
        </Sheet>
      )}
    </section>
  );
}

/** What a new line starts with, so that it can be read at once. */
function firstValue(field: FieldView): Json {
  switch (field.type) {
    case "bool":
      return true;
    case "int":
    case "decimal":
      return field.min ?? 0;
    case "set":
      return [];
    case "enum":
      return field.values[0]?.value ?? "";
    case "duration":
      return "1h";
    case "localized":
      return { ru: "", en: "" };
    default:
      return "";
  }
}
