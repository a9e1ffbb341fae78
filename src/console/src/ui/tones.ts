import type { Priority, ReplyState } from "~/api/types";
import type { DeadlineTone } from "~/time/deadline";
import type { IconName } from "./Icon";
import type { Tone } from "./Mark";

export const priorityTone: Record<Priority, Tone> = { urgent: "urgent", high: "high", normal: "plain", low: "plain" };

export const deadlineToneOf: Record<DeadlineTone, Tone> = { late: "urgent", soon: "high", calm: "plain" };

export const replyTone: Record<ReplyState, Tone> = {
  none: "plain",
  approved: "info",
  sending: "info",
  moderation: "info",
  published: "good",
  rejected: "urgent",
  failed: "urgent",
  answered_outside: "good",
};

export const replyIcon: Record<ReplyState, IconName> = {
  none: "inbox",
  approved: "clock",
  sending: "send",
  moderation: "clock",
  published: "check",
  rejected: "alert",
  failed: "alert",
  answered_outside: "check",
};
