import { Button, CloseButton, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { Mark } from "~/ui/Mark";
import type { WorkflowFinding, WorkflowFindings } from "~/api/types";
import { findingsQuery } from "../queries";
import { groupFindings } from "./groupFindings";
import classes from "./FindingsPanel.module.css";

interface FindingsPanelProps {
  definitionId: string;
  /** What the server said when it did not accept the last change. */
  refused: string[];
  onClose: () => void;
}

/** Beside the editor, not over it: one reads a remark and mends it. */
export function FindingsPanel({ definitionId, refused, onClose }: FindingsPanelProps) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(findingsQuery(definitionId));
  const heading = useRef<HTMLHeadingElement>(null);
  // A panel that opens by itself must not take the focus out of the editor.
  useEffect(() => {
    if (document.activeElement?.tagName !== "IFRAME") heading.current?.focus();
  }, []);

  return (
    <aside
      className={classes.panel}
      aria-label={t("workflows.findings.title")}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
      data-testid="findings"
    >
      <header className={classes.head}>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {t("workflows.findings.title")}
          </h2>
          <p className={classes.faint}>{t("workflows.findings.text")}</p>
        </div>
        <CloseButton size="lg" aria-label={t("app.close")} onClick={onClose} data-testid="findings-close" />
      </header>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t("workflows.findings.title")}>
        {/* The live region stands before there is anything to say, or it would not be read out. */}
        <div aria-live="assertive">
          {refused.length > 0 && (
            <div className={classes.refused} data-testid="refused">
              <strong>{t("workflows.findings.refused")}</strong>
              <ul>
                {refused.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
        {data ? <Found found={data} /> : error ? <p role="alert">{t("workflows.findings.failed")}</p> : <Skeleton height={90} radius={8} />}
      </div>
      <footer className={classes.foot}>
        <Button variant="default" size="compact-md" leftSection={<Icon name="refresh" size={16} />} loading={isFetching} onClick={() => void refetch()}>
          {t("workflows.findings.again")}
        </Button>
      </footer>
    </aside>
  );
}

function Found({ found: { errors, warnings, findings } }: { found: WorkflowFindings }) {
  const { t } = useTranslation();
  if (findings.length === 0) {
    return (
      <p className={classes.none} role="status">
        <Icon name="check" size={18} /> {t("workflows.findings.none")}
      </p>
    );
  }
  return (
    <>
      <p role="status" data-testid="findings-sum">
        {errors > 0 && <strong>{t("workflows.findings.errors", { count: errors })}</strong>}
        {errors > 0 && warnings > 0 && ", "}
        {warnings > 0 && t("workflows.findings.warnings", { count: warnings })}
        {errors > 0 && <>. {t("workflows.findings.blocks")}</>}
      </p>
      {groupFindings(findings).map(({ name, findings: inside }) => (
        <section key={name} className={classes.group}>
          <h3>{name ?? t("workflows.findings.whole")}</h3>
          <ul>
            {inside.map((finding, index) => (
              <Line key={index} finding={finding} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Line({ finding: { severity, message, line, column } }: { finding: WorkflowFinding }) {
  const { t } = useTranslation();
  return (
    <li className={classes.finding}>
      <Mark tone={severity === "error" ? "urgent" : "high"}>{t(`workflows.findings.${severity}`)}</Mark>
      <span>{message}</span>
      {line !== null && <span className={classes.faint}>{t("workflows.findings.place", { line, column: column ?? 1 })}</span>}
    </li>
  );
}
