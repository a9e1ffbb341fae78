import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import type { PolicyFinding } from "../api";
import { useEditor } from "../editor/editorContext";
import { localizedText, valueText } from "../model/cellText";
import { placeOf } from "../model/places";
import type { Json } from "../model/types";
import classes from "./FindingsPanel.module.css";

interface FindingsPanelProps {
  /** The place in the list of the one that is shown in the table. */
  shown: number;
  onShow: (finding: PolicyFinding) => void;
  onMakeExample: (facts: Record<string, Json>) => void;
}

/** Everything that the check found, worst first; pressing one leads to its place. */
export function FindingsPanel({ shown, onShow, onMakeExample }: FindingsPanelProps) {
  const { t } = useTranslation();
  const { findings, checking, readOnly, state, book, words } = useEditor();
  const count = (severity: PolicyFinding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const sums = [
    { severity: "error", number: count("error"), key: "errors" },
    { severity: "warning", number: count("warning"), key: "warnings" },
    { severity: "note", number: count("note"), key: "notes" },
  ] as const;

  const placeText = (finding: PolicyFinding) => {
    const place = placeOf(finding, state.document);
    if (place.example !== null) return t("policies.editor.findings.example");
    const table = state.document.tables[place.table];
    if (!table) return t("policies.editor.findings.wholeSet");
    const name = table.title ? localizedText(table.title, words.language) : table.name;
    const row = table.rows.findIndex(({ id }) => id === place.row);
    return row < 0 ? name : t("policies.editor.findings.place", { table: name, row: row + 1 });
  };

  return (
    <div className={classes.findings}>
      <div className={classes.sum} role="status" data-testid="findings-sum">
        {findings.length === 0 ? (
          <p className={classes.none}>
            <Icon name="check" size={16} />
            {checking.check === null ? t("policies.editor.findings.checking") : t("policies.editor.findings.none")}
          </p>
        ) : (
          sums.map(({ severity, number, key }) =>
            number > 0 ? (
              <span key={key} data-severity={severity}>
                {t(`policies.editor.findings.${key}`, { count: number })}
              </span>
            ) : null,
          )
        )}
        {checking.isChecking && checking.check !== null && <span className={classes.faint}>{t("policies.editor.findings.checking")}</span>}
      </div>
      {count("error") > 0 && <p className={classes.faint}>{t("policies.editor.findings.blocks")}</p>}
      <ul className={classes.list}>
        {findings.map((finding, at) => (
          <li key={`${finding.path} ${finding.kind} ${at}`} className={classes.finding} data-severity={finding.severity} data-shown={at === shown || undefined}>
            <button type="button" className={classes.show} onClick={() => onShow(finding)} data-testid="finding">
              <span className={classes.place}>
                <strong>{t(`policies.severity.${finding.severity}`)}</strong> · {placeText(finding)}
              </span>
              <span>{finding.message}</span>
            </button>
            {finding.example && (
              <div className={classes.case}>
                <p>
                  {t("policies.editor.findings.case")}{" "}
                  {Object.entries(finding.example)
                    .map(([name, value]) => `${book.fact(name).title} — ${valueText(book.fact(name), value as Json, words)}`)
                    .join(", ")}
                </p>
                {!readOnly && (
                  <Button size="compact-sm" variant="subtle" onClick={() => onMakeExample(finding.example as Record<string, Json>)} data-testid="make-example">
                    {t("policies.editor.findings.makeExample")}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {findings.length > 1 && <p className={classes.faint}>F8 · {t("policies.editor.findings.next")}</p>}
    </div>
  );
}
