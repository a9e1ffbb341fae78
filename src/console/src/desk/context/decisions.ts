import type { Decision } from "~/api/types";

export interface Minutes {
  firstResponse?: number;
  escalate?: number;
  hard?: number;
}

/** The decision in force: the last one that the set made. */
export function latestOf(decisions: readonly Decision[], set: string): Decision | undefined {
  return decisions.filter((decision) => decision.set === set).reduce<Decision | undefined>((last, each) => (last && last.at > each.at ? last : each), undefined);
}

/** The minutes that a deadline decision put out, whichever way their names are spelled. */
export function minutesOf(outputs: Record<string, unknown>): Minutes {
  const minutes: Minutes = {};
  for (const [name, value] of Object.entries(outputs)) {
    const number = typeof value === "string" ? Number(value) : value;
    if (typeof number !== "number" || !Number.isFinite(number)) continue;
    const plain = name.replaceAll(/[_-]/g, "").toLowerCase();
    if (plain.startsWith("firstresponse")) minutes.firstResponse = number;
    else if (plain.startsWith("escalate")) minutes.escalate = number;
    else if (plain.startsWith("hard")) minutes.hard = number;
  }
  return minutes;
}
