import { askedBy } from "./cells";
import type { PolicyDocument } from "./types";

const most = 30;

/** Texts that the set uses for a field already, in cells, decisions and examples. */
export function suggestionsFor(document: PolicyDocument, name: string): string[] {
  const found = new Set<string>();
  const take = (value: unknown) => [value].flat().forEach((one) => typeof one === "string" && one !== "" && found.add(one));
  for (const { columns = [], rows } of document.tables) {
    for (const row of rows) {
      for (const column of columns) {
        if (column.field === name || column.output === name) take(askedBy(column, row.when?.[column.id ?? name])?.value);
      }
      take(row.then[name]);
    }
  }
  for (const { facts } of document.examples ?? []) take(facts?.[name]);
  return [...found].slice(0, most);
}
