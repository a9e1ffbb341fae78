import { markKey, type EditorState } from "../model/history";
import { changeRow, changeTable, emptyRow, newRowId } from "../model/rows";
import { readTsv, writeTsv } from "../model/tsv";
import type { PolicyRow } from "../model/types";
import { type CellTools, clearContent, contentText, copyContent, writeContent } from "./cellContent";
import type { GridColumn } from "./gridColumns";
import type { CellPlace, Range } from "./selection";

/** What was copied here last: pasted as it was, where the clipboard still holds its text. */
export interface Copied {
  text: string;
  columns: GridColumn[];
  rows: PolicyRow[];
}

export function copyRange(rows: PolicyRow[], range: Range, tools: CellTools): Copied {
  const columns = tools.columns.slice(range.left, range.right + 1).filter(({ kind }) => kind !== "handle");
  const chosen = rows.slice(Math.max(range.top, 0), range.bottom + 1);
  return { text: writeTsv(chosen.map((row) => columns.map((column) => contentText(column, row, tools)))), columns, rows: chosen };
}

export interface Pasted {
  state: EditorState;
  range: Range;
}

/**
 * Pastes from a cell on. What cannot be read is marked in its cell with what was expected there; rows that are missing are added. One
 * cell fills the whole selection, as in a spreadsheet.
 */
export function pasteRange(state: EditorState, table: number, range: Range, text: string, copied: Copied | null, tools: CellTools): Pasted {
  const own = copied !== null && copied.text === text ? copied : null;
  const cells = own ? own.rows.map((row) => own.columns.map((column) => contentText(column, row, tools))) : readTsv(text);
  const at: CellPlace = { row: Math.max(range.top, 0), column: Math.max(range.left, 1) };
  const single = cells.length === 1 && cells[0]?.length === 1;
  const height = single ? Math.max(range.bottom, at.row) - at.row + 1 : cells.length;
  const width = single ? range.right - at.column + 1 : Math.max(...cells.map((row) => row.length));
  const targets = tools.columns.slice(at.column, at.column + width);

  let document = state.document;
  const marks = { ...state.marks };
  for (let down = 0; down < height; down++) {
    const index = at.row + down;
    if (document.tables[table]?.rows[index] === undefined) {
      document = changeTable(document, table, (one) => ({ ...one, rows: [...one.rows, emptyRow(newRowId(document))] }));
    }
    document = changeTable(document, table, (one) =>
      changeRow(one, index, (before) =>
        targets.reduce((row, column, right) => {
          const source = single ? 0 : down;
          const part = single ? 0 : right;
          const written = cells[source]?.[part];
          if (written === undefined) return row;
          const from = own?.columns[part];
          const sourceRow = own?.rows[source];
          const key = markKey(row.id, column.key);
          const exact = from && sourceRow ? copyContent(from, sourceRow, column, row, tools) : null;
          const read = exact ? { read: exact } : writeContent(column, row, written, tools);
          if ("expected" in read) {
            marks[key] = { text: written, expected: read.expected };
            return row;
          }
          Reflect.deleteProperty(marks, key);
          return read.read;
        }, before),
      ),
    );
  }
  return { state: { document, marks }, range: { top: at.row, bottom: at.row + height - 1, left: at.column, right: at.column + targets.length - 1 } };
}

/** The top row of the range repeated in the rows below it. */
export function fillDown(state: EditorState, table: number, range: Range, tools: CellTools): EditorState {
  const rows = state.document.tables[table]?.rows ?? [];
  const first = range.top === range.bottom ? range.top - 1 : range.top;
  const source = rows[first];
  if (!source) return state;
  const columns = tools.columns.slice(range.left, range.right + 1);
  return inRange(state, table, { ...range, top: first + 1 }, columns, (column, row) => copyContent(column, source, column, row, tools) ?? row);
}

export function clearRange(state: EditorState, table: number, range: Range, tools: CellTools): EditorState {
  return inRange(state, table, range, tools.columns.slice(range.left, range.right + 1), (column, row) => clearContent(column, row, tools));
}

function inRange(state: EditorState, table: number, range: Range, columns: GridColumn[], change: (column: GridColumn, row: PolicyRow) => PolicyRow): EditorState {
  const marks = { ...state.marks };
  const document = changeTable(state.document, table, (one) => ({
    ...one,
    rows: one.rows.map((row, at) => {
      if (at < range.top || at > range.bottom) return row;
      columns.forEach((column) => Reflect.deleteProperty(marks, markKey(row.id, column.key)));
      return columns.reduce((changed, column) => change(column, changed), row);
    }),
  }));
  return { document, marks };
}
