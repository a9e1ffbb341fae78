import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import type { PolicySetView } from "../api";
import { isAboutExample } from "../publish/findings";
import { checkQuery } from "../queries";
import { FailedExamples } from "./FailedExamples";
import { newRule } from "./rule";
import { RuleCard } from "./RuleCard";
import { SaveBar } from "./SaveBar";
import { addRule, type Entry, moveRule } from "./simple";
import { SpecialCard } from "./SpecialCard";
import type { useSimple } from "./useSimple";
import classes from "./SimpleEscalationPage.module.css";

interface RuleListProps {
  policy: PolicySetView;
  simple: NonNullable<ReturnType<typeof useSimple>>;
}

const checkAfter = 500;

export function RuleList({ policy, simple }: RuleListProps) {
  const { t } = useTranslation();
  const { name: set, canManage, outputs } = policy;
  const { document, entries, text, change } = simple;
  const [removed, setRemoved] = useState<{ entry: Entry; at: number } | null>(null);
  const [checked] = useDebouncedValue(text, checkAfter);
  const check = useQuery(checkQuery(set, checked));
  const people = peopleOf(policy, (whom) => (whom === "operator" || whom === "manager" || whom === "owner" ? t(`policies.escalation.people.${whom}`) : null));
  const top = outputs.find(({ name }) => name === "level")?.max ?? 3;
  const levels = Array.from({ length: top }, (_, index) => index + 1);

  const findingsOf = (id: string) => check.data?.findings.filter(({ row, severity, kind }) => row === id && severity !== "note" && !isAboutExample(kind)) ?? [];
  const failed = check.data?.examples.filter(({ passed }) => !passed) ?? [];
  const remove = (entry: Entry, at: number) => {
    setRemoved({ entry, at });
    change(entries.filter((each) => each !== entry));
  };
  const restore = () => {
    if (removed) change(entries.toSpliced(removed.at, 0, removed.entry));
    setRemoved(null);
  };
  const add = () => {
    const next = addRule(document, entries, newRule);
    if (next) change(next);
  };

  return (
    <>
      <div className={classes.page} tabIndex={0} data-testid="simple-escalation">
        <div className={classes.column}>
          <p className={classes.quiet}>
            {t("policies.escalation.clockNote")} {t("policies.escalation.levelHint")}
          </p>
          {entries.length === 0 && <p role="status">{t("policies.escalation.empty")}</p>}
          <ol className={classes.rules}>
            {entries.map((entry, at) => (
              <li key={entry.id}>
                {entry.rule === null ? (
                  entry.source && <SpecialCard set={set} row={entry.source} sentence={check.data?.sentences[entry.id]} locked={document.tables[entry.table]?.locked === true} findings={findingsOf(entry.id)} />
                ) : (
                  <RuleCard
                    number={at + 1}
                    rule={entry.rule}
                    read={entry.read}
                    people={people.some(({ value }) => value === entry.rule?.whom) ? people : [...people, { value: entry.rule.whom, label: entry.rule.whom }]}
                    levels={levels}
                    findings={findingsOf(entry.id)}
                    readOnly={!canManage}
                    onChange={(rule) => change(entries.with(at, { ...entry, rule }))}
                    onMove={entries.length > 1 ? (by) => change(moveRule(entries, entry.id, by)) : null}
                    first={entries[at - 1]?.table !== entry.table}
                    last={entries[at + 1]?.table !== entry.table}
                    onRemove={() => remove(entry, at)}
                  />
                )}
              </li>
            ))}
          </ol>
          {removed && (
            <p className={classes.removed} role="status">
              {t("policies.escalation.removed")}{" "}
              <button type="button" onClick={restore} data-testid="restore">
                {t("policies.escalation.restore")}
              </button>
            </p>
          )}
          {canManage && (
            <Button variant="default" leftSection={<Icon name="spark" size={16} />} onClick={add} className={classes.add} data-testid="add-rule">
              {t("policies.escalation.add")}
            </Button>
          )}
          {canManage && <FailedExamples examples={failed} onAccept={simple.accept} />}
        </div>
      </div>
      {canManage && <SaveBar policy={policy} simple={simple} check={check} isChecking={check.isFetching || checked !== text} />}
    </>
  );
}

function peopleOf({ outputs }: PolicySetView, dative: (whom: string) => string | null) {
  const values = outputs.find(({ name }) => name === "whom")?.values ?? [];
  return values.filter(({ value }) => value !== "nobody").map(({ value, label }) => ({ value, label: dative(value) ?? label }));
}
