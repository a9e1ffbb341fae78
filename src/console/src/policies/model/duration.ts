export type DurationUnit = "s" | "m" | "h" | "d";

export interface DurationValue {
  amount: number;
  unit: DurationUnit;
}

const seconds: Record<DurationUnit, number> = { s: 1, m: 60, h: 3600, d: 86_400 };
const units: DurationUnit[] = ["d", "h", "m", "s"];

/** Reads "30m", "12h", "3d" and simple ISO lengths such as "PT30M"; null for anything else. */
export function readDuration(text: string): DurationValue | null {
  const short = /^(\d+)([smhd])$/.exec(text);
  if (short) return { amount: Number(short[1]), unit: short[2] as DurationUnit };
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!iso || text === "P" || text.endsWith("T")) return null;
  const [days = 0, hours = 0, minutes = 0, rest = 0] = iso.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return ofSeconds(days * seconds.d + hours * seconds.h + minutes * seconds.m + rest);
}

export const writeDuration = ({ amount, unit }: DurationValue): string => `${amount}${unit}`;

/** The length in the largest unit that says it without a fraction. */
function ofSeconds(total: number): DurationValue {
  const unit = units.find((one) => total >= seconds[one] && total % seconds[one] === 0) ?? "s";
  return { amount: total / seconds[unit], unit };
}
