/** When a version is to hold, as the fields of the dialog have it: a local "2026-11-20T09:30", or null for at once and for without end. */
export interface Effective {
  from: string | null;
  to: string | null;
}

export type EffectiveFault = "noFrom" | "pastFrom" | "badTo";

/** What is wrong with the times; null when they can be sent. */
export function faultOf({ from, to }: Effective, now: number): EffectiveFault | null {
  const begins = from === null ? now : Date.parse(from);
  if (Number.isNaN(begins)) return "noFrom";
  if (from !== null && begins <= now) return "pastFrom";
  if (to === null) return null;
  const ends = Date.parse(to);
  return Number.isNaN(ends) || ends <= begins ? "badTo" : null;
}

/** The same moments as the server wants them. */
export function asSent({ from, to }: Effective): { effectiveFrom: string | null; effectiveTo: string | null } {
  const iso = (local: string | null) => (local === null ? null : new Date(local).toISOString());
  return { effectiveFrom: iso(from), effectiveTo: iso(to) };
}
