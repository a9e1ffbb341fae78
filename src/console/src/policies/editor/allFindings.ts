import type { Translate } from "~/i18n/translate";
import type { PolicyCheck, PolicyFinding } from "../api";
import { type EditorState, markKey } from "../model/history";

const rank = { error: 0, warning: 1, note: 2 };

/** What the server found, and the pasted texts that nobody understood; the worst first. */
export function allFindings(t: Translate, check: PolicyCheck | null, { document, marks }: EditorState): PolicyFinding[] {
  const pasted = Object.entries(marks).flatMap(([key, { text, expected }]): PolicyFinding[] => {
    const [row = "", column = ""] = key.split("\n");
    const table = document.tables.findIndex(({ rows }) => rows.some(({ id }) => id === row));
    const at = document.tables[table]?.rows.findIndex(({ id }) => id === row) ?? -1;
    if (at < 0 || markKey(row, column) !== key) return [];
    const path = `$.tables[${table}].rows[${at}].${column}`;
    return [{ kind: "pasted", severity: "error", path, table: null, row, cell: null, otherRows: [], message: t("policies.editor.table.notUnderstood", { text, expected }), example: null }];
  });
  return [...pasted, ...(check?.findings ?? [])].sort((a, b) => rank[a.severity] - rank[b.severity]);
}
