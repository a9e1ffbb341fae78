import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import { Icon } from "~/ui/Icon";
import type { PolicyFinding } from "../api";
import { FindingList } from "../publish/FindingList";
import { Choice } from "./Choice";
import { describeRule } from "./phrases";
import type { SimpleRule } from "./rule";
import { Sentence } from "./Sentence";
import classes from "./RuleCard.module.css";

interface RuleCardProps {
  /** From 1. */
  number: number;
  rule: SimpleRule;
  /** What the rule said when it was read; null for a new one. */
  read: SimpleRule | null;
  people: readonly { value: string; label: string }[];
  levels: readonly number[];
  findings: readonly PolicyFinding[];
  readOnly: boolean;
  onChange: (rule: SimpleRule) => void;
  onMove: ((by: -1 | 1) => void) | null;
  first: boolean;
  last: boolean;
  onRemove: () => void;
}

export function RuleCard({ number, rule, read, people, levels, findings, readOnly, onChange, onMove, first, last, onRemove }: RuleCardProps) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const [written, setWritten] = useState(false);
  const change = (part: Partial<SimpleRule>) => onChange({ ...rule, ...part });
  const sentence = describeRule(rule);
  const message = rule.message[language];
  const stale = read !== null && !written && message !== "" && message !== sentence[language] && describeRule(read)[language] !== sentence[language];
  return (
    <article className={classes.card} data-off={!rule.enabled || undefined} aria-label={t("policies.escalation.rule", { number })} data-problem={findings.length > 0 || undefined} data-testid="rule">
      <div className={classes.main}>
        <Sentence rule={rule} people={people} disabled={readOnly} onChange={change} />
        {!readOnly && (
          <div className={classes.tools}>
            {onMove && (
              <>
                <ActionIcon variant="subtle" size={34} disabled={first} aria-label={t("policies.escalation.up")} title={t("policies.escalation.up")} onClick={() => onMove(-1)} data-testid="rule-up">
                  <Icon name="up" size={17} />
                </ActionIcon>
                <ActionIcon variant="subtle" size={34} disabled={last} aria-label={t("policies.escalation.down")} title={t("policies.escalation.down")} onClick={() => onMove(1)} data-testid="rule-down">
                  <span className={classes.turned}>
                    <Icon name="up" size={17} />
                  </span>
                </ActionIcon>
              </>
            )}
            <ActionIcon variant="subtle" size={34} aria-label={t("policies.escalation.remove")} title={t("policies.escalation.remove")} onClick={onRemove} data-testid="rule-remove">
              <Icon name="close" size={17} />
            </ActionIcon>
          </div>
        )}
      </div>
      <div className={classes.rest}>
        <label className={classes.message}>
          <span>{t("policies.escalation.saying")}</span>
          <TextInput
            aria-label={t("policies.escalation.message")}
            placeholder={sentence[language]}
            value={message}
            disabled={readOnly}
            maxLength={300}
            onChange={(event) => {
              setWritten(true);
              change({ message: { ...rule.message, [language]: event.currentTarget.value } });
            }}
            data-testid="rule-message"
          />
        </label>
        {rule.clock !== "overdue" && rule.clock !== "pastHardDeadline" && (
          <label className={classes.enabled}>
            <input type="checkbox" checked={rule.alsoOverdue} disabled={readOnly} onChange={(event) => change({ alsoOverdue: event.currentTarget.checked })} data-testid="also-overdue" />
            {t("policies.escalation.alsoOverdue")}
          </label>
        )}
        <Tooltip label={t("policies.escalation.levelHint")} multiline w={260} openDelay={300}>
          <label className={classes.level}>
            {t("policies.escalation.level")}
            <Choice label={t("policies.escalation.level")} value={String(rule.level)} disabled={readOnly} onChange={(value) => change({ level: Number(value) })} options={levels.map((level) => ({ value: String(level), label: String(level) }))} testId="level" />
          </label>
        </Tooltip>
        <label className={classes.enabled}>
          <input type="checkbox" checked={rule.enabled} disabled={readOnly} onChange={(event) => change({ enabled: event.currentTarget.checked })} data-testid="rule-enabled" />
          {t("policies.escalation.enabled")}
        </label>
      </div>
      {stale && (
        <p className={classes.stale} data-testid="message-stale">
          {t("policies.escalation.messageStale")}{" "}
          <button type="button" onClick={() => change({ message: sentence })}>
            {t("policies.escalation.messageWrite")}
          </button>
        </p>
      )}
      {findings.length > 0 && <FindingList findings={findings} />}
    </article>
  );
}
