import type { Violation } from "~/api/types";

export interface Segment {
  text: string;
  /** The remark that this part of the text earned. */
  remark?: Violation;
}

/**
 * Cuts a text into parts with and without a remark. A remark whose place no longer holds its phrase (the text went
 * on while the check was under way) is looked for nearby; one that is not found gets no mark. Errors win overlaps.
 */
export function placeRemarks(text: string, remarks: readonly Violation[]): Segment[] {
  const places = remarks
    .map((remark) => ({ remark, start: locate(text, remark), length: remark.phrase.length || remark.length }))
    .filter(({ start, length }) => start >= 0 && length > 0)
    .sort((a, b) => severityOrder(a.remark) - severityOrder(b.remark) || a.start - b.start);

  const taken: typeof places = [];
  for (const place of places) {
    const overlaps = taken.some((other) => place.start < other.start + other.length && other.start < place.start + place.length);
    if (!overlaps) taken.push(place);
  }

  const segments: Segment[] = [];
  let at = 0;
  for (const { remark, start, length } of taken.sort((a, b) => a.start - b.start)) {
    if (start > at) segments.push({ text: text.slice(at, start) });
    segments.push({ text: text.slice(start, start + length), remark });
    at = start + length;
  }
  if (at < text.length) segments.push({ text: text.slice(at) });
  return segments;
}

/** Where the phrase of a remark stands now, or -1. */
export function locate(text: string, { phrase, start, length }: Violation): number {
  if (phrase === "") return length > 0 && start + length <= text.length ? start : -1;
  if (text.startsWith(phrase, start)) return start;
  let nearest = -1;
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (nearest < 0 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  }
  return nearest;
}

function severityOrder(remark: Violation): number {
  return remark.severity === "error" ? 0 : 1;
}
