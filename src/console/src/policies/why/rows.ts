import type { ExplainedCondition, ExplainedRow } from "../api";

const rank: Record<ExplainedRow["outcome"], number> = { decided: 0, overruled: 1, nearMiss: 2, notMatched: 3, switchedOff: 4 };

/** What decided comes first, then what applied, then what nearly did; inside of each the order of the rules. */
export function inOrderOfInterest(rows: readonly ExplainedRow[]): ExplainedRow[] {
  return rows.toSorted((a, b) => rank[a.outcome] - rank[b.outcome]);
}

/** Whether somebody who looks for these words means this rule; every word must be somewhere in it. */
export function isMeant(row: ExplainedRow, words: string): boolean {
  const said = plain(`${row.description} ${row.sentence} ${row.id}`);
  return plain(words).split(/\s+/).every((word) => said.includes(word));
}

/** The conditions that kept a rule from applying. */
export function missingIn({ conditions }: ExplainedRow): ExplainedCondition[] {
  return conditions.filter(({ truth }) => truth !== "true");
}

export interface Piece {
  text: string;
  found: boolean;
}

/** A text cut where the places that a rule found begin and end, so that they can be marked. Case and ё do not matter. */
export function cutAt(text: string, places: readonly string[]): Piece[] {
  const low = plain(text);
  const marked = new Array<boolean>(text.length).fill(false);
  for (const place of places.map(plain)) {
    if (place === "") continue;
    for (let at = low.indexOf(place); at >= 0; at = low.indexOf(place, at + place.length)) marked.fill(true, at, at + place.length);
  }
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length; at++) {
    const found = marked[at] ?? false;
    const last = pieces.at(-1);
    if (last?.found === found) last.text += text.charAt(at);
    else pieces.push({ text: text.charAt(at), found });
  }
  return pieces;
}

const plain = (text: string): string => text.toLowerCase().replaceAll("ё", "е");
