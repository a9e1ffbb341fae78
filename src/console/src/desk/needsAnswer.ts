import type { InteractionSummary } from "~/api/types";

/** Whether a person still has to write something: nothing was sent, or what was sent did not get through. */
export function needsAnswer(item: InteractionSummary): boolean {
  const unanswered = item.replyState === "none" || item.replyState === "rejected" || item.replyState === "failed";
  return unanswered && !item.ratingOnly && item.status !== "closed" && item.status !== "resolved";
}
