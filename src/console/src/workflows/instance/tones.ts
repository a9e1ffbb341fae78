import type { WorkflowSubStatus } from "~/api/types";
import type { Tone } from "~/ui/Mark";

export const subStatusTone: Record<WorkflowSubStatus, Tone> = {
  pending: "info",
  executing: "info",
  suspended: "high",
  finished: "good",
  cancelled: "plain",
  faulted: "urgent",
};
