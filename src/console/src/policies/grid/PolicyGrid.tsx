import { type ClipboardEvent, type CSSProperties, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useEditor } from "../editor/editorContext";
import { type MenuAction, SheetMenu } from "../fields/SheetMenu";
import type { EditorState } from "../model/history";
import { localizedText } from "../model/cellText";
import { byPlace } from "../model/places";
import { put } from "../model/put";
import { changeRow, changeTable, insertRow, moveRows, removeRows, setEnabled } from "../model/rows";
import type { CellTools } from "./cellContent";
import { CellSheet } from "./CellSheet";
import { clearRange, type Copied, copyRange, fillDown, pasteRange } from "./clipboard";
import { DefaultsRow } from "./DefaultsRow";
import { type GridColumn, gridColumns } from "./gridColumns";
import { GridHead } from "./GridHead";
import { GridRow } from "./GridRow";
import { type GridCommand, gridCommand } from "./keyboard";
import { moved, rangeOf, rowsOf, type Selection, selectCell, tabbed, within } from "./selection";
import { useGridRows } from "./useGridRows";
import { useRowDrag } from "./useRowDrag";
import classes from "./PolicyGrid.module.css";

export interface GridTarget {
  row: string | null;
  column: string | null;
  /** Another number asks anew for the same place. */
  asked: number;
}

interface PolicyGridProps {
  table: number;
  readOnly: boolean;
  showsSentences: boolean;
  moreOutputs: string[];
  /** A place to go to, from a finding. */
  target: GridTarget | null;
  onOpenCondition: (row: number) => void;
  rowActions: (row: number) => MenuAction[];
  columnActions: (column: GridColumn) => MenuAction[];
  onPasted: (rows: number) => void;
  /** Below the rows. */
  children: ReactNode;
}

// What was copied in one table may be pasted into another.
let copied: Copied | null = null;

const pageRows = 10;

/** One table of a set as a spreadsheet. */
export function PolicyGrid({ table: at, readOnly, showsSentences, moreOutputs, target, onOpenCondition, rowActions, columnActions, onPasted, children }: PolicyGridProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { state, book, words, findings } = editor;
  const { document, marks } = state;
  const table = document.tables[at];
  const rows = useMemo(() => table?.rows ?? [], [table]);
  const columns = useMemo(() => (table ? gridColumns(document, table, book, moreOutputs) : []), [document, table, book, moreOutputs]);
  const tools = useMemo<CellTools>(() => ({ book, words, columns }), [book, words, columns]);
  const places = useMemo(() => byPlace(findings, document, at), [findings, document, at]);

  const frame = useRef<HTMLDivElement>(null);
  const selecting = useRef(false);
  const limits = { rows: rows.length, columns: columns.length };
  const [wanted, setSelection] = useState<Selection>(selectCell({ row: rows.length > 0 ? 0 : -1, column: 2 }));
  const selection = within(wanted, limits);
  const { head } = selection;
  const range = rangeOf(selection);
  const [focusAsked, setFocusAsked] = useState(0);
  const [sheet, setSheet] = useState<{ anchor: HTMLElement; typed: string | null; since: EditorState } | null>(null);
  const [menu, setMenu] = useState<{ anchor: HTMLElement; actions: MenuAction[]; label: string } | null>(null);
  const drawn = useGridRows(frame, rows.length, head.row, showsSentences);

  const cellAt = (row: number, column: number) => frame.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;
  const headCell = () => cellAt(head.row, head.column) ?? cellAt(head.row, 0);

  const [handled, setHandled] = useState<GridTarget | null>(null);
  if (target !== handled) {
    setHandled(target);
    const row = target?.row === null ? -1 : rows.findIndex(({ id }) => id === target?.row);
    const column = columns.findIndex(({ key }) => key === target?.column);
    if (target) {
      setSelection(selectCell({ row, column: column < 0 ? 0 : column }));
      setFocusAsked((asked) => asked + 1);
    }
  }

  const bring = useEffectEvent((row: number) => row >= 0 && row < rows.length && drawn.bring(row));
  useEffect(() => {
    if (focusAsked === 0) return;
    const cell = frame.current?.querySelector<HTMLElement>(`[data-row="${head.row}"][data-column="${head.column}"]`) ?? frame.current?.querySelector<HTMLElement>(`[data-row="${head.row}"]`);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
    bring(head.row);
  }, [focusAsked, head.row, head.column]);

  const select = (next: Selection) => {
    setSelection(next);
    setFocusAsked((asked) => asked + 1);
    editor.settle();
  };

  const open = (typed: string | null) => {
    const column = columns[head.column];
    const anchor = headCell();
    if (!column || !anchor) return;
    const row = rows[head.row];
    if (head.row < 0) openColumnMenu(column, anchor);
    else if (!row && column.kind !== "output") return;
    else if (column.kind === "handle") openRowMenu(anchor);
    else if (column.kind === "free") onOpenCondition(head.row);
    else if (column.kind === "enabled") {
      if (!readOnly) toggle(head.row);
    }
    else {
      editor.settle();
      setSheet({ anchor, typed, since: state });
    }
  };
  const openRowMenu = (anchor: HTMLElement) => {
    if (rows[head.row]) setMenu({ anchor, actions: rowActions(head.row), label: t("policies.editor.table.rowMenu", { number: head.row + 1 }) });
  };
  const openColumnMenu = (column: GridColumn, anchor: HTMLElement) => {
    const actions = columnActions(column);
    if (actions.length > 0 && column.kind === "condition") setMenu({ anchor, actions, label: t("policies.editor.table.column", { name: column.field.title }) });
  };
  const toggle = (row: number) => editor.change((before) => changeTable(before, at, (one) => changeRow(one, row, (old) => setEnabled(old, old.enabled === false))));

  const closeSheet = (how: "enter" | "outside" | "cancel") => {
    if (sheet && how === "cancel") editor.cancel(sheet.since);
    setSheet(null);
    editor.settle();
    if (how === "enter" && head.row < rows.length - 1) select(selectCell({ ...head, row: head.row + 1 }));
    else if (how !== "outside") setFocusAsked((asked) => asked + 1);
  };

  const moveSelected = (from: number, to: number, before: number) => {
    const first = before > from ? before - (to - from + 1) : before;
    if (first < 0 || first + (to - from) >= rows.length) return;
    editor.change((old) => moveRows(old, at, from, to, first));
    select({ head: { row: first, column: selection.head.column }, anchor: { row: first + (to - from), column: selection.anchor.column } });
  };
  const chosenRows = rowsOf(range, limits);
  const drag = useRowDrag((row) => (chosenRows && row >= chosenRows.from && row <= chosenRows.to ? chosenRows : { from: row, to: row }), moveSelected);

  const run = (command: GridCommand): boolean => {
    switch (command.do) {
      case "move":
        select(moved(selection, command, limits));
        return true;
      case "page":
        select(moved(selection, { rows: command.direction * pageRows, columns: 0, toEdge: false, extend: command.extend }, limits));
        return true;
      case "tab": {
        const next = tabbed(selection, command.back, limits);
        if (next) select(next);
        return next !== null;
      }
      case "leave":
        // The next Tab leaves the table.
        frame.current?.focus();
        return true;
      case "selectAll":
        select({ head: { row: Math.max(rows.length - 1, 0), column: columns.length - 1 }, anchor: { row: 0, column: 0 } });
        return true;
      case "menu": {
        const anchor = headCell();
        if (anchor) openRowMenu(anchor);
        return true;
      }
      case "edit":
        open(command.text);
        return true;
    }
    if (readOnly) return false;
    switch (command.do) {
      case "clear": {
        const column = columns[head.column];
        if (head.row === rows.length && column?.kind === "output") editor.change((before) => ({ ...before, defaults: put(before.defaults ?? {}, column.field.name, undefined) }));
        else if (chosenRows) editor.edit((before) => clearRange(before, at, range, tools));
        return true;
      }
      case "fillDown":
        if (chosenRows) editor.edit((before) => fillDown(before, at, { ...range, top: chosenRows.from, bottom: chosenRows.to }, tools));
        return true;
      case "moveRows":
        if (chosenRows) moveSelected(chosenRows.from, chosenRows.to, command.by > 0 ? chosenRows.to + 2 : chosenRows.from - 1);
        return true;
      case "insertRow": {
        const place = Math.min(Math.max(range.bottom + 1, 0), rows.length);
        editor.change((before) => insertRow(before, at, place));
        select(selectCell({ row: place, column: Math.max(head.column, 2) }));
        return true;
      }
      case "removeRows":
        if (chosenRows) {
          editor.change((before) => removeRows(before, at, chosenRows.from, chosenRows.to));
          select(selectCell({ row: Math.min(chosenRows.from, rows.length - (chosenRows.to - chosenRows.from) - 2), column: head.column }));
        }
        return true;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target === frame.current) {
      // Left with Escape, or reached with Tab: an arrow or Enter leads back to the cells.
      if (!/^Arrow|^Enter$/.test(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      setFocusAsked((asked) => asked + 1);
      return;
    }
    const command = gridCommand(event);
    if (command && run(command)) event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent) => {
    if (!chosenRows) return;
    copied = copyRange(rows, { ...range, top: chosenRows.from, bottom: chosenRows.to }, tools);
    event.clipboardData.setData("text/plain", copied.text);
    event.preventDefault();
  };
  const onCut = (event: ClipboardEvent) => {
    onCopy(event);
    if (!readOnly && chosenRows) editor.edit((before) => clearRange(before, at, range, tools));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (readOnly) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain").replaceAll("\r\n", "\n");
    if (text === "") return;
    const pasted = pasteRange(state, at, range, text, copied, tools);
    editor.edit(() => pasted.state);
    const { top, bottom, left, right } = pasted.range;
    select({ head: { row: top, column: left }, anchor: { row: bottom, column: right } });
    onPasted(bottom - top + 1);
  };

  const placeOf = (event: MouseEvent | PointerEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-column]") : null;
    return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column), cell } : null;
  };
  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event);
    selecting.current = false;
    if (!place || event.button !== 0) return;
    const { row, column } = place;
    // By their number rows are dragged, by any other cell a range is selected.
    selecting.current = column > 0 && event.pointerType !== "touch";
    if (event.shiftKey) {
      select({ head: { row: Math.min(Math.max(row, 0), rows.length - 1), column }, anchor: selection.anchor });
      return;
    }
    // A row that is one of several selected ones is about to be dragged with them.
    const inRows = chosenRows && row >= chosenRows.from && row <= chosenRows.to && range.left === 0 && range.right === columns.length - 1;
    if (column > 0 || row < 0 || row >= rows.length) select(selectCell({ row, column }));
    else if (inRows !== true) select({ head: { row, column: 0 }, anchor: { row, column: columns.length - 1 } });
  };
  const onPointerOver = (event: PointerEvent) => {
    if (!selecting.current || (event.buttons & 1) === 0 || sheet) return;
    const place = placeOf(event);
    if (!place || place.row < 0 || place.row >= rows.length || selection.anchor.row < 0 || selection.anchor.row >= rows.length) return;
    if (place.row !== head.row || place.column !== head.column) setSelection({ head: { row: place.row, column: place.column }, anchor: selection.anchor });
  };
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return;
    const place = placeOf(event);
    if (place && event.target.closest("[data-toggle]") && !readOnly && place.row < rows.length) toggle(place.row);
    else if (place && event.target.closest("[data-open]")) {
      const column = columns[place.column];
      if (place.row < 0 && column) openColumnMenu(column, place.cell);
      else open(null);
    }
  };

  if (!table) return null;
  const name = table.title ? localizedText(table.title, words.language) : table.name;
  const style = {
    "--columns": columns.map(({ kind, width }) => (kind === "description" ? `minmax(${width}px, 1fr)` : `${width}px`)).join(" "),
    "--width": `${columns.reduce((sum, { width }) => sum + width, 0)}px`,
  } as CSSProperties;
  const activeIn = (row: number) => (head.row === row ? head.column : null);
  const column = columns[head.column];

  return (
    <>
      <div
        ref={frame}
        className={classes.frame}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onCut={onCut}
        onPaste={onPaste}
        onPointerDown={onPointerDown}
        onPointerOver={onPointerOver}
        onClick={onClick}
        onDoubleClick={(event) => placeOf(event) && !(event.target as Element).closest("[data-toggle], [data-open]") && open(null)}
        onDragStart={drag.onDragStart}
        onDragOver={drag.onDragOver}
        onDrop={drag.onDrop}
        onDragEnd={drag.onDragEnd}
        data-testid="grid-frame"
      >
        <div className={classes.grid} style={style}>
          <div role="grid" aria-label={t("policies.editor.table.grid", { name })} aria-rowcount={rows.length + 3} aria-colcount={columns.length + (showsSentences ? 1 : 0)} aria-readonly={readOnly} aria-multiselectable className={classes.gridInside}>
            <GridHead columns={columns} active={activeIn(-1)} showsSentence={showsSentences} edits={!readOnly} />
            <div className={classes.body} role="rowgroup" style={drawn.height === undefined ? undefined : { height: drawn.height }}>
              {drawn.rows.map(({ index, top }) => {
                const row = rows[index];
                if (!row) return null;
                const inRange = index >= range.top && index <= range.bottom && (range.top !== range.bottom || range.left !== range.right);
                return (
                  <GridRow
                    key={row.id}
                    row={row}
                    index={index}
                    tools={tools}
                    active={activeIn(index)}
                    left={inRange ? range.left : null}
                    right={inRange ? range.right : null}
                    findings={places.get(row.id)}
                    marks={marks}
                    sentence={editor.checking.sentences[row.id]}
                    showsSentence={showsSentences}
                    draggable={!readOnly}
                    dragged={drag.drag !== null && index >= drag.drag.from && index <= drag.drag.to}
                    dropBefore={drag.drag !== null && drag.drag.before === index && index !== drag.drag.from}
                    dropAfter={drag.drag !== null && index === rows.length - 1 && drag.drag.before === rows.length}
                    top={top}
                    {...(drawn.measure && { measure: drawn.measure })}
                  />
                );
              })}
            </div>
            <div className={classes.foot} role="rowgroup">
              <DefaultsRow defaults={document.defaults ?? {}} index={rows.length} tools={tools} active={activeIn(rows.length)} />
            </div>
          </div>
          <div className={classes.rest}>{children}</div>
        </div>
      </div>
      {sheet && (column?.kind === "condition" || column?.kind === "output" || column?.kind === "description") && (
        <CellSheet key={`${head.row} ${column.key}`} table={at} row={head.row} column={column} tools={tools} anchor={sheet.anchor} typed={sheet.typed} readOnly={readOnly} onClose={closeSheet} />
      )}
      {menu && (
        <SheetMenu
          anchor={menu.anchor}
          label={menu.label}
          actions={menu.actions}
          onClose={() => {
            setMenu(null);
            setFocusAsked((asked) => asked + 1);
          }}
        />
      )}
    </>
  );
}
