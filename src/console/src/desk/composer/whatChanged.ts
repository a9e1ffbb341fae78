import type { InteractionDetail, ReplyState } from "~/api/types";

export type Change =
  | { kind: "text" | "pros" | "cons"; text: string }
  | { kind: "rating"; before: number | null; after: number | null }
  | { kind: "reply"; state: ReplyState; text: string | null }
  | { kind: "assignee"; name: string }
  | { kind: "closed" };

/** What a person must know before sending, between what they have read and what is there now. */
export function whatChanged(read: InteractionDetail, current: InteractionDetail, me: string): Change[] {
  const changes: Change[] = [];
  for (const kind of ["text", "pros", "cons"] as const) {
    if (read[kind] !== current[kind]) changes.push({ kind, text: current[kind] });
  }
  if (read.rating !== current.rating) changes.push({ kind: "rating", before: read.rating, after: current.rating });
  if (read.replyState !== current.replyState || read.reply?.id !== current.reply?.id) {
    changes.push({ kind: "reply", state: current.replyState, text: current.reply?.text ?? null });
  }
  const taker = current.assignee;
  if (taker && taker.id !== read.assignee?.id && taker.id !== me) changes.push({ kind: "assignee", name: taker.name });
  if (read.canReply && !current.canReply && changes.length === 0) changes.push({ kind: "closed" });
  return changes;
}
