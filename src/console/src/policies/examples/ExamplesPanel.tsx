import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { useEditor } from "../editor/editorContext";
import { addExample, takeOutcomes } from "../model/examples";
import { ExampleEditor } from "./ExampleEditor";
import classes from "./Examples.module.css";

interface ExamplesPanelProps {
  opened: number | null;
  onOpen: (example: number | null) => void;
}

/** The examples of the set: run with every check, changed like everything else. */
export function ExamplesPanel({ opened, onOpen }: ExamplesPanelProps) {
  const { t } = useTranslation();
  const { state, change, checking, readOnly } = useEditor();
  const [onlyFailed, setOnlyFailed] = useState(false);
  const examples = state.document.examples ?? [];
  const outcomeOf = (at: number) => checking.check?.examples.find(({ path }) => path === `$.examples[${at}]`);
  if (opened !== null && examples[opened]) return <ExampleEditor key={opened} at={opened} example={examples[opened]} outcome={outcomeOf(opened)} onBack={() => onOpen(null)} />;

  const outcomes = examples.map((_, at) => outcomeOf(at));
  const passed = outcomes.filter((outcome) => outcome?.passed === true).length;
  const hasFailed = outcomes.some((outcome) => outcome?.passed === false);
  return (
    <div className={classes.examples}>
      <div className={classes.line}>
        <p role="status" className={classes.sum} data-failed={hasFailed || undefined} data-testid="examples-sum">
          {examples.length > 0 && t("policies.editor.examples.sum", { passed, count: examples.length })}
        </p>
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="light"
            leftSection={<Icon name="plus" size={14} />}
            onClick={() => {
              change((before) => addExample(before, { name: t("policies.editor.examples.newName"), facts: {}, outputs: {} }));
              onOpen(examples.length);
            }}
            data-testid="add-example"
          >
            {t("policies.editor.examples.add")}
          </Button>
        )}
      </div>
      {hasFailed && (
        <div className={classes.line}>
          <label className={classes.filter}>
            <input type="checkbox" checked={onlyFailed} onChange={(event) => setOnlyFailed(event.currentTarget.checked)} />
            {t("policies.editor.examples.onlyFailed")}
          </label>
          {!readOnly && checking.check?.readable === true && (
            <Button
              size="compact-sm"
              variant="subtle"
              title={t("policies.editor.examples.takeAllHint")}
              onClick={() => change((before) => takeOutcomes(before, checking.check?.examples ?? []))}
              data-testid="take-all"
            >
              {t("policies.editor.examples.takeAll")}
            </Button>
          )}
        </div>
      )}
      {examples.length === 0 && <p className={classes.faint}>{t("policies.editor.examples.none")}</p>}
      <ul className={classes.list}>
        {examples.map((example, at) => {
          const outcome = outcomes[at];
          if (onlyFailed && hasFailed && outcome?.passed !== false) return null;
          return (
            <li key={at}>
              <button type="button" className={classes.example} onClick={() => onOpen(at)} data-testid="example">
                <span className={classes.verdict} data-passed={outcome?.passed}>
                  <Icon name={outcome === undefined ? "clock" : outcome.passed ? "check" : "close"} size={15} />
                  <span className="visually-hidden">{t(outcome === undefined ? "policies.editor.examples.notRun" : outcome.passed ? "policies.editor.examples.passed" : "policies.editor.examples.failed")}</span>
                </span>
                <span className={classes.name}>
                  {example.name}
                  {outcome?.failure && <small>{outcome.failure}</small>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
