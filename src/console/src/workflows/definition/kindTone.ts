import type { Tone } from "~/ui/Mark";
import type { WorkflowChange } from "~/api/types";

export const kindTone: Record<WorkflowChange["kind"], Tone> = { added: "good", removed: "urgent", changed: "info", moved: "plain" };
