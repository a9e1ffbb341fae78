import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import type { ExampleOutcome } from "../api";
import { useEditor } from "../editor/editorContext";
import { OptionList } from "../fields/OptionList";
import { Sheet } from "../fields/Sheet";
import { localizedText, valueText } from "../model/cellText";
import { changeExample, putExample, removeExample } from "../model/examples";
import type { Json, PolicyExample } from "../model/types";
import { ValueLines } from "./ValueLines";
import classes from "./Examples.module.css";
import field from "../fields/Field.module.css";

interface ExampleEditorProps {
  at: number;
  example: PolicyExample;
  outcome: ExampleOutcome | undefined;
  onBack: () => void;
}

/** One example: what is known, what should come out, and what came out. */
export function ExampleEditor({ at, example, outcome, onBack }: ExampleEditorProps) {
  const { t } = useTranslation();
  const { state, change, readOnly, book, words } = useEditor();
  const [rowsAt, setRowsAt] = useState<HTMLElement | null>(null);
  const write = <K extends keyof PolicyExample>(key: K, value: PolicyExample[K] | undefined) => change((before) => changeExample(before, at, (one) => putExample(one, key, value)), `example ${at} ${key}`);
  const rows = state.document.tables.flatMap((table) => table.rows.map((row) => ({ value: row.id, label: localizedText(row.description, words.language) || row.id, hint: row.id })));
  const nameOf = (id: string) => rows.find(({ value }) => value === id)?.label ?? id;
  const came = Object.entries(outcome?.outputs ?? {});

  return (
    <div className={classes.examples} data-testid="example-editor">
      <div className={classes.line}>
        <button type="button" className={classes.back} onClick={onBack} data-testid="examples-back">
          <Icon name="back" size={16} />
          {t("policies.editor.examples.back")}
        </button>
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            onClick={() => {
              change((before) => removeExample(before, at));
              onBack();
            }}
            data-testid="remove-example"
          >
            {t("policies.editor.examples.remove")}
          </Button>
        )}
      </div>
      <p className={classes.outcome} data-passed={outcome?.passed} role="status">
        {outcome === undefined ? t("policies.editor.examples.notRun") : outcome.passed ? t("policies.editor.examples.passed") : (outcome.failure ?? t("policies.editor.examples.failed"))}
      </p>
      <label className={field.field}>
        <span className={field.label}>{t("policies.editor.examples.name")}</span>
        <textarea className={field.input} rows={2} value={example.name} readOnly={readOnly} onChange={(event) => write("name", event.currentTarget.value)} data-testid="example-name" />
      </label>
      <ValueLines
        title={t("policies.editor.examples.facts")}
        addLabel={t("policies.editor.examples.addFact")}
        fields={book.facts}
        fieldOf={book.fact}
        values={example.facts ?? {}}
        onChange={(facts) => write("facts", facts)}
        testId="facts"
      />
      <ValueLines
        title={t("policies.editor.examples.expected")}
        addLabel={t("policies.editor.examples.addOutput")}
        fields={book.outputs}
        fieldOf={book.output}
        values={example.outputs ?? {}}
        onChange={(outputs) => write("outputs", outputs)}
        testId="outputs"
      />
      <section className={classes.part}>
        <h3>{t("policies.editor.examples.rows")}</h3>
        <button type="button" className={classes.rows} disabled={readOnly} onClick={(event) => setRowsAt(event.currentTarget)} data-testid="example-rows">
          {example.rows === undefined ? t("policies.editor.examples.rowsAny") : example.rows.length === 0 ? t("policies.editor.examples.rowsNone") : example.rows.map(nameOf).join(" → ")}
        </button>
        {rowsAt && (
          <Sheet anchor={rowsAt} label={t("policies.editor.examples.rows")} onDone={() => setRowsAt(null)} onCancel={() => setRowsAt(null)} testId="rows-sheet">
            <OptionList label={t("policies.editor.examples.rows")} options={rows} chosen={example.rows ?? []} many onChoose={(chosen) => write("rows", chosen)} />
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                write("rows", undefined);
                setRowsAt(null);
              }}
            >
              {t("policies.editor.examples.rowsAny")}
            </Button>
          </Sheet>
        )}
      </section>
      {outcome && (
        <section className={classes.came}>
          <h3>{t("policies.editor.examples.came")}</h3>
          <dl>
            {came.map(([name, value]) => (
              <div key={name}>
                <dt>{book.output(name).title}</dt>
                <dd>{valueText(book.output(name), value as Json, words)}</dd>
              </div>
            ))}
          </dl>
          <p className={classes.faint}>
            {outcome.rows.length === 0 ? t("policies.editor.examples.decidedByNone") : t("policies.editor.examples.decidedBy", { rows: outcome.rows.map(nameOf).join(" → ") })}
          </p>
          {!readOnly && !outcome.passed && (
            <Button size="compact-sm" variant="subtle" onClick={() => change((before) => changeExample(before, at, (one) => putExample(putExample(one, "outputs", outcome.outputs as Record<string, Json>), "rows", example.rows && outcome.rows)))} data-testid="take-outputs">
              {t("policies.editor.examples.takeOutputs")}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
