import type { FieldView, OutputView } from "../api";
import { columnId } from "../model/cells";
import { outputsOf } from "../model/columns";
import type { FieldBook } from "../model/fields";
import { columnKey } from "../model/places";
import type { PolicyColumn, PolicyDocument, PolicyTable } from "../model/types";

export type GridColumn =
  | { kind: "handle"; key: string; width: number }
  | { kind: "enabled"; key: string; width: number }
  | { kind: "condition"; key: string; width: number; id: string; column: PolicyColumn; field: FieldView }
  | { kind: "free"; key: string; width: number }
  | { kind: "output"; key: string; width: number; field: OutputView; /** Its distance from the right edge, where decisions stay in sight. */ right: number | undefined }
  | { kind: "description"; key: string; width: number };

/** Decisions wider than this would leave no room for the conditions. */
const mostInSight = 460;

/** What a table shows, from left to right. */
export function gridColumns(document: PolicyDocument, table: PolicyTable, book: FieldBook, moreOutputs: string[]): GridColumn[] {
  const used = outputsOf(document, table);
  const outputs = document.outputs.map(({ name }) => book.output(name)).filter(({ name }) => used.includes(name) || moreOutputs.includes(name));
  const widths = outputs.map(widthOf);
  const rightOf = (at: number) => widths.slice(at + 1).reduce((sum, width) => sum + width, 0);
  const stays = rightOf(-1) <= mostInSight;
  return [
    { kind: "handle", key: columnKey.handle, width: 56 },
    { kind: "enabled", key: columnKey.enabled, width: 50 },
    ...(table.columns ?? []).map((column): GridColumn => {
      const field = book.of(column);
      return { kind: "condition", key: columnKey.condition(columnId(column)), width: widthOf(field), id: columnId(column), column, field };
    }),
    { kind: "free", key: columnKey.free, width: table.rows.some(({ condition }) => condition) ? 230 : 118 },
    ...outputs.map((field, at): GridColumn => ({ kind: "output", key: columnKey.output(field.name), width: widthOf(field), field, right: stays ? rightOf(at) : undefined })),
    { kind: "description", key: columnKey.description, width: 260 },
  ];
}

/** Wide enough for the longest word of the head, and for the labels as far as a table can afford it. */
function widthOf(field: FieldView): number {
  const head = Math.max(...field.title.split(/[\s-]+/).map(({ length }) => length)) * 9.3 + 24;
  return Math.round(Math.max(head, contentWidth(field)));
}

function contentWidth(field: FieldView): number {
  switch (field.type) {
    case "bool":
      return 96;
    case "int":
    case "decimal":
    case "duration":
      return 112;
    case "enum":
    case "set": {
      const longest = Math.max(0, ...field.values.map(({ label }) => label.length));
      return Math.min(field.type === "set" ? 196 : 180, Math.max(112, longest * 7.4 + 24));
    }
    case "text":
    case "localized":
      return 260;
    default:
      return 152;
  }
}

/** What a column is called. */
export function titleOf(column: GridColumn, words: { on: string; free: string; description: string; number: string }): string {
  switch (column.kind) {
    case "handle":
      return words.number;
    case "enabled":
      return words.on;
    case "free":
      return words.free;
    case "description":
      return words.description;
    default:
      return column.field.title;
  }
}
