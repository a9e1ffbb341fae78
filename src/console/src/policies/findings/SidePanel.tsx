import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import type { PanelTab } from "../editor/Editor";
import classes from "./SidePanel.module.css";

interface SidePanelProps {
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  onClose: () => void;
  /** On a narrow screen it stands over the table. */
  asDialog: boolean;
  children: ReactNode;
}

/** Beside the table: what the check found, and the examples. */
export function SidePanel({ tab, onTab, onClose, asDialog, children }: SidePanelProps) {
  const { t } = useTranslation();
  const label = t(tab === "findings" ? "policies.editor.findings.tabFindings" : "policies.editor.findings.tabExamples");
  const content = (
    <>
      <header className={classes.head}>
        <div role="tablist" aria-label={t("policies.editor.findings.title")} className={classes.tabs}>
          {(["findings", "examples"] as const).map((one) => (
            <button key={one} type="button" role="tab" aria-selected={one === tab} onClick={() => onTab(one)} className={classes.tab} data-testid={`panel-${one}`}>
              {t(one === "findings" ? "policies.editor.findings.tabFindings" : "policies.editor.findings.tabExamples")}
            </button>
          ))}
        </div>
        <CloseButton size="lg" aria-label={t("app.close")} onClick={onClose} data-testid="panel-close" />
      </header>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
    </>
  );
  if (asDialog) {
    return (
      <Dialog label={label} onClose={onClose} testId="panel" side>
        <div className={classes.inDialog}>{content}</div>
      </Dialog>
    );
  }
  return (
    <aside className={classes.panel} aria-label={label} data-testid="panel">
      {content}
    </aside>
  );
}
