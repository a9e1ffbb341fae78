import type { PolicyChange } from "../api";

export interface ChangeGroup {
  /** Null for what belongs to the set itself. */
  table: string | null;
  changes: PolicyChange[];
}

/** Changes by table in the order of the comparison; what is about the whole set comes first, rows that only moved last. */
export function groupChanges(changes: readonly PolicyChange[]): ChangeGroup[] {
  const groups = new Map<string | null, PolicyChange[]>();
  for (const change of changes) {
    const group = groups.get(change.table);
    if (group) group.push(change);
    else groups.set(change.table, [change]);
  }
  return [...groups]
    .map(([table, all]) => ({ table, changes: [...all.filter(({ kind }) => kind !== "moved"), ...all.filter(({ kind }) => kind === "moved")] }))
    .toSorted((a, b) => Number(a.table !== null) - Number(b.table !== null));
}

/** Whether the sentence of a change leaves out a value that it has. */
export function hidesValues({ text, before, after }: PolicyChange): boolean {
  return (before !== null && !text.includes(before)) || (after !== null && !text.includes(after));
}

/** The titles of a document's tables in one language, by name; nothing for a text that cannot be read. */
export function tableTitles(document: string | undefined, language: "ru" | "en"): Map<string, string> {
  try {
    const { tables } = JSON.parse(document ?? "{}") as { tables?: { name: string; title?: { ru: string; en: string } }[] };
    return new Map(tables?.map(({ name, title }) => [name, title?.[language] ?? name]));
  } catch {
    return new Map();
  }
}
