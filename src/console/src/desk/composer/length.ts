import type { ReplyLimits } from "~/api/types";

export type LengthState = "empty" | "tooShortHard" | "tooLongHard" | "tooShortStyle" | "tooLongStyle" | "nearMax" | "good";

/** From this share of the platform's limit on the counter stands out. */
const near = 0.9;

/** Characters as the server counts them: UTF-16 units without the white space around. */
export function lengthOf(text: string): number {
  return text.trim().length;
}

export function lengthState(text: string, limits: ReplyLimits): LengthState {
  const length = lengthOf(text);
  if (length === 0) return "empty";
  if (length < limits.hardMin) return "tooShortHard";
  if (length > limits.hardMax) return "tooLongHard";
  if (length > limits.hardMax * near) return "nearMax";
  if (length < limits.styleMin) return "tooShortStyle";
  return length > limits.styleMax ? "tooLongStyle" : "good";
}

export function fitsHardLimits(state: LengthState): boolean {
  return state !== "empty" && state !== "tooShortHard" && state !== "tooLongHard";
}
