import type { WorkflowFinding } from "~/api/types";

export interface FindingGroup {
  /** The activity, or null for the definition as a whole. */
  name: string | null;
  findings: WorkflowFinding[];
}

/** Findings by activity: those that stop a publication first, each activity in the order in which it came. */
export function groupFindings(findings: readonly WorkflowFinding[]): FindingGroup[] {
  const groups = new Map<string | null, FindingGroup>();
  const ordered = [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))];
  for (const finding of ordered) {
    const group = groups.get(finding.activityId) ?? { name: finding.activityName ?? finding.activityId, findings: [] };
    group.findings.push(finding);
    groups.set(finding.activityId, group);
  }
  return [...groups.values()];
}

function isError({ severity }: WorkflowFinding): boolean {
  return severity === "error";
}
