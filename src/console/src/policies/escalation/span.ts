/** The units in which a seller says how long, in minutes. No days: the clock stops at night, so a day would not be 24 hours. */
export const units = { minutes: 1, hours: 60 } as const;
export type Unit = keyof typeof units;

export interface Span {
  count: number;
  unit: Unit;
}

/** Minutes in the largest unit that says them in whole numbers. */
export function spanOf(minutes: number): Span {
  const unit: Unit = minutes > 0 && minutes % units.hours === 0 ? "hours" : "minutes";
  return { count: minutes / units[unit], unit };
}

export const minutesOf = ({ count, unit }: Span): number => count * units[unit];
