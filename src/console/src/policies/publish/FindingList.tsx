import { useTranslation } from "react-i18next";
import { Mark, type Tone } from "~/ui/Mark";
import type { FindingSeverity, PolicyFinding } from "../api";
import classes from "./FindingList.module.css";

const tones: Record<FindingSeverity, Tone> = { error: "urgent", warning: "high", note: "plain" };
const rank: Record<FindingSeverity, number> = { error: 0, warning: 1, note: 2 };

/** What a check found, the errors first. */
export function FindingList({ findings }: { findings: readonly PolicyFinding[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.findings}>
      {findings
        .toSorted((a, b) => rank[a.severity] - rank[b.severity])
        .map(({ severity, message, path, row }, index) => (
          <li key={index}>
            <Mark tone={tones[severity]} {...(severity === "error" && { icon: "alert" as const })}>
              {t(`policies.severity.${severity}`)}
            </Mark>
            <div>
              <p>{message}</p>
              <small title={path}>{row ?? (path === "$" ? "" : path)}</small>
            </div>
          </li>
        ))}
    </ul>
  );
}
