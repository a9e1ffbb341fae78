import type { WorkflowChange } from "~/api/types";

export interface ActivityChanges {
  id: string;
  name: string;
  type: string | null;
  /** What happened to the activity itself. */
  kind: "added" | "removed" | "changed";
  /** Its inputs, outputs and texts, one by one. */
  changes: WorkflowChange[];
}

export interface GroupedChanges {
  activities: ActivityChanges[];
  connections: WorkflowChange[];
  /** Variables, settings, and inputs and outputs of the definition itself. */
  whole: WorkflowChange[];
  /** What stands elsewhere and does the same, in sentences. */
  moved: string[];
}

const order = { added: 0, removed: 1, changed: 2 };

/** A list of changes as a person asks for it: which activities came, went or changed, then how they are connected. */
export function groupChanges(changes: readonly WorkflowChange[]): GroupedChanges {
  const activities = new Map<string, ActivityChanges>();
  const moved: string[] = [];
  const connections: WorkflowChange[] = [];
  const whole: WorkflowChange[] = [];

  for (const change of changes) {
    const { activityId: id, subject, kind } = change;
    if (kind === "moved") moved.push(change.sentence);
    else if (subject === "connection") connections.push(change);
    else if (id === null) whole.push(change);
    else {
      const activity = activities.get(id) ?? { id, name: change.activityName ?? id, type: change.activityType, kind: "changed", changes: [] };
      activities.set(id, activity);
      if (subject === "activity" && kind !== "changed") activity.kind = kind;
      else activity.changes.push(change);
    }
  }
  return {
    activities: [...activities.values()].sort((one, other) => order[one.kind] - order[other.kind]),
    connections,
    whole,
    moved,
  };
}
