/** The sets in the order in which they are asked (docs/rules.md); the clock asks the last one. */
export const stages = ["priority", "sla", "routing", "guardrails", "auto-action", "escalation"] as const;
export type Stage = (typeof stages)[number];

export const stageOf = (name: string): Stage | undefined => stages.find((stage) => stage === name);

/** By stage; sets that a layer added come after those that ship, by name. */
export function inStageOrder<T extends { name: string }>(sets: readonly T[]): T[] {
  const place = ({ name }: T) => {
    const stage = stageOf(name);
    return stage === undefined ? stages.length : stages.indexOf(stage);
  };
  return sets.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
}
