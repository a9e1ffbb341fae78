import type { FieldView } from "../api";
import { valueText } from "../model/cellText";
import type { CellWords } from "../model/cellWords";
import { expectedOf, readValue } from "../model/readCell";
import type { Json, Localized } from "../model/types";
import { DurationField } from "./DurationField";
import { LocalizedField } from "./LocalizedField";
import { MomentField } from "./MomentField";
import { OptionList } from "./OptionList";
import { ParsedField } from "./ParsedField";
import classes from "./Field.module.css";

interface ValueEditorProps {
  field: FieldView;
  value: Json | undefined;
  words: CellWords;
  onChange: (value: Json | undefined) => void;
  onDone: () => void;
  /** What was typed to open it. */
  typed?: string | null;
  suggestions?: string[];
  /** The field's name stands above it already. */
  hideLabel?: boolean;
}

/** One value of a field: what a row decides, or what an example knows. */
export function ValueEditor({ field, value, words, onChange, onDone, typed = null, suggestions = [], hideLabel = false }: ValueEditorProps) {
  const label = field.title;
  switch (field.type) {
    case "enum":
      return <OptionList label={label} options={field.values} chosen={typeof value === "string" ? [value] : []} many={false} onChoose={([one]) => onChange(one)} onDone={onDone} search={typed ?? ""} />;
    case "set":
      return <OptionList label={label} options={field.values} chosen={Array.isArray(value) ? value.map(String) : []} many onChoose={onChange} search={typed ?? ""} />;
    case "bool":
      return (
        <OptionList
          label={label}
          options={[
            { value: "true", label: words.yes },
            { value: "false", label: words.no },
          ]}
          chosen={typeof value === "boolean" ? [String(value)] : []}
          many={false}
          onChoose={([one]) => onChange(one === "true")}
          onDone={onDone}
        />
      );
    case "duration":
      return <DurationField label={label} value={typeof value === "string" ? value : ""} onChange={onChange} autoFocus typed={typed ?? ""} hideLabel={hideLabel} />;
    case "instant":
      return <MomentField label={label} value={typeof value === "string" ? value : ""} onChange={onChange} hideLabel={hideLabel} />;
    case "localized":
      return <LocalizedField label={label} value={isLocalized(value) ? value : {}} onChange={(text) => onChange(text as Json)} autoFocus />;
    case "text":
      return (
        <div className={classes.field}>
          <span className={classes.label}>{label}</span>
          <textarea className={classes.input} aria-label={label} rows={4} value={typeof value === "string" ? value : ""} onChange={(event) => onChange(event.currentTarget.value)} data-autofocus data-testid="text" />
        </div>
      );
    default:
      return (
        <ParsedField
          label={label}
          text={valueText(field, value, words)}
          typed={typed}
          parse={(text) => readValue(field, text, words, value)}
          onRead={onChange}
          unit={field.unit}
          hint={field.type === "string" ? "" : capital(expectedOf(field, words))}
          numeric={field.type !== "string"}
          suggestions={suggestions}
          hideLabel={hideLabel}
          autoFocus
        />
      );
  }
}

const isLocalized = (value: Json | undefined): value is Json & Localized => typeof value === "object" && value !== null && !Array.isArray(value);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
