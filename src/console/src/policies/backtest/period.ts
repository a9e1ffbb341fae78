import dayjs from "dayjs";

export const presets = [7, 30, 90] as const;
export type Preset = (typeof presets)[number];

/** The last days up to now, or days of the calendar, both of them included, as a date field writes them ("2026-11-20"). */
export type Period = { days: Preset } | { from: string; to: string };

export interface Moments {
  from: string;
  to: string;
}

/** From which moment up to before which one; null when the days are not a period. */
export function momentsOf(period: Period, now: number): Moments | null {
  if ("days" in period) return { from: dayjs(now).subtract(period.days, "day").toISOString(), to: dayjs(now).toISOString() };
  const from = dayjs(period.from === "" ? Number.NaN : period.from);
  const to = dayjs(period.to === "" ? Number.NaN : period.to).add(1, "day");
  if (!from.isValid() || !to.isValid() || !from.isBefore(to) || from.isAfter(now)) return null;
  return { from: from.toISOString(), to: (to.isAfter(now) ? dayjs(now) : to).toISOString() };
}
