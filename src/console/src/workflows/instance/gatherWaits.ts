import type { WorkflowWait } from "~/api/types";

/** One line for each activity that waits, however many things wake it, with the first due time of them. */
export function gatherWaits(waits: readonly WorkflowWait[]): WorkflowWait[] {
  const gathered = new Map<string, WorkflowWait>();
  for (const wait of waits) {
    const known = gathered.get(wait.activityId);
    if (known === undefined || (wait.due !== null && (known.due === null || wait.due < known.due))) gathered.set(wait.activityId, wait);
  }
  return [...gathered.values()];
}
