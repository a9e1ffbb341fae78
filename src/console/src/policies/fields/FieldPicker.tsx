import { useTranslation } from "react-i18next";
import type { FieldBook } from "../model/fields";
import { OptionList } from "./OptionList";
import classes from "./Field.module.css";

export interface Picked {
  field?: string;
  output?: string;
  /** An output to decide, not one to read. */
  result?: string;
}

interface FieldPickerProps {
  label: string;
  book: FieldBook;
  /** Names of the facts to choose from; all when it is left out. */
  facts?: string[];
  /** Names of the outputs to choose from. */
  outputs: string[];
  /** Names of outputs that may be decided. */
  results?: string[];
  onPick: (picked: Picked) => void;
}

/** The catalogue with a search: facts, and what earlier tables put out. */
export function FieldPicker({ label, book, facts, outputs, results = [], onPick }: FieldPickerProps) {
  const { t } = useTranslation();
  const hints = (name: string, personal: boolean, nullable: boolean, description: string) =>
    [description, personal ? t("policies.editor.columns.personal") : "", nullable ? t("policies.editor.columns.canBeUnknown") : "", name].filter((part) => part !== "").join(" · ");
  const options = [
    ...results.map((name) => ({ value: `result:${name}`, label: book.output(name).title, hint: hints(name, false, false, book.output(name).description), group: t("policies.editor.columns.results") })),
    ...outputs.map((name) => ({ value: `output:${name}`, label: book.output(name).title, hint: hints(name, false, false, book.output(name).description), group: t("policies.editor.columns.outputs") })),
    ...book.facts
      .filter(({ name }) => facts?.includes(name) ?? true)
      .map(({ name, title, description, personalData, nullable }) => ({ value: `field:${name}`, label: title, hint: hints(name, personalData, nullable, description), group: t("policies.editor.columns.facts") })),
  ];
  return (
    <div className={classes.question} data-wide>
      <OptionList
        label={label}
        options={options}
        chosen={[]}
        many={false}
        onChoose={([one = ""]) => {
          const [kind = "", name = ""] = one.split(":");
          onPick({ [kind]: name });
        }}
      />
    </div>
  );
}
