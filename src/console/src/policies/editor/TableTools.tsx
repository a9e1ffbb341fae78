import { ActionIcon, Tooltip } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "~/ui/Icon";
import type { PanelTab } from "./Editor";
import { useEditor } from "./editorContext";
import classes from "./TableTools.module.css";

interface TableToolsProps {
  showsSentences: boolean;
  onSentences: (shows: boolean) => void;
  panel: PanelTab | null;
  onPanel: (tab: PanelTab) => void;
}

/** Back and forth, the sentences, and how the check stands. */
export function TableTools({ showsSentences, onSentences, panel, onPanel }: TableToolsProps) {
  const { t } = useTranslation();
  const { canUndo, canRedo, undo, redo, readOnly, checking, findings } = useEditor();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const examples = checking.check?.examples ?? [];
  const failed = examples.filter(({ passed }) => !passed).length;
  return (
    <div className={classes.tools}>
      {!readOnly && (
        <>
          <Tool icon="undo" label={`${t("policies.editor.table.undo")} · Ctrl+Z`} disabled={!canUndo} onClick={undo} testId="undo" />
          <Tool icon="redo" label={`${t("policies.editor.table.redo")} · Ctrl+Y`} disabled={!canRedo} onClick={redo} testId="redo" />
        </>
      )}
      <button type="button" className={classes.toggle} aria-pressed={showsSentences} onClick={() => onSentences(!showsSentences)} data-testid="sentences">
        {t("policies.editor.table.sentences")}
      </button>
      <button type="button" className={classes.toggle} aria-pressed={panel === "findings"} data-tone={errors > 0 ? "error" : warnings > 0 ? "warning" : undefined} onClick={() => onPanel("findings")} data-testid="findings-toggle">
        <Icon name={errors + warnings > 0 ? "alert" : "check"} size={15} />
        <span className={classes.words}>{t("policies.editor.findings.tabFindings")}</span>
        {findings.length > 0 && <span>{findings.length}</span>}
      </button>
      <button type="button" className={classes.toggle} aria-pressed={panel === "examples"} data-tone={failed > 0 ? "error" : undefined} onClick={() => onPanel("examples")} data-testid="examples-toggle">
        <Icon name={failed > 0 ? "alert" : "play"} size={15} />
        <span className={classes.words}>{t("policies.editor.findings.tabExamples")}</span>
        {examples.length > 0 && <span>{failed > 0 ? `${examples.length - failed}/${examples.length}` : examples.length}</span>}
      </button>
    </div>
  );
}

interface ToolProps {
  icon: IconName;
  label: string;
  disabled: boolean;
  onClick: () => void;
  testId: string;
}

function Tool({ icon, label, disabled, onClick, testId }: ToolProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} disabled={disabled} onClick={onClick} data-testid={testId}>
        <Icon name={icon} size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
