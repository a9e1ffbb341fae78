import type { OutputShifts } from "../api";

type Shift = OutputShifts["shifts"][number];

export interface Matrix {
  from: string[];
  to: string[];
  /** By `from` and then `to`; undefined where nothing went. */
  cells: (Shift | undefined)[][];
}

const widest = 6;

/** "30 min", "0.85": as a list they read better, for every change of them is one number to another. */
const isNumber = (value: string): boolean => /^[-–]?\d/.test(value);

/** The shifts as a matrix while it stays readable, else null: many values make a list. */
export function matrixOf(shifts: readonly Shift[]): Matrix | null {
  const from = [...new Set(shifts.map((shift) => shift.from))];
  const to = [...new Set([...from.filter((value) => shifts.some((shift) => shift.to === value)), ...shifts.map((shift) => shift.to)])];
  if (from.every(isNumber) || from.length > widest || to.length > widest || from.length < 2) return null;
  return { from, to, cells: from.map((before) => to.map((after) => shifts.find((shift) => shift.from === before && shift.to === after))) };
}

export interface ShiftList {
  changed: Shift[];
  /** Decisions in which the output stays as it is. */
  same: number;
}

/** The changes, the most frequent first, and how often nothing changed. */
export function listOf(shifts: readonly Shift[]): ShiftList {
  return {
    changed: shifts.filter(({ same }) => !same).toSorted((a, b) => b.count - a.count),
    same: shifts.filter(({ same }) => same).reduce((sum, { count }) => sum + count, 0),
  };
}

/** A share as people read it: never "0 %" of something, never "100 %" of less than all. */
export function share(part: number, whole: number, language: string): string {
  if (whole === 0) return percent(0, language, 0);
  const exact = part / whole;
  if (part > 0 && exact < 0.001) return `< ${percent(0.001, language, 1)}`;
  if (part < whole && exact > 0.999) return `> ${percent(0.999, language, 1)}`;
  return percent(exact, language, exact < 0.1 || exact > 0.99 ? 1 : 0);
}

function percent(value: number, language: string, digits: number): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: digits }).format(value);
}
