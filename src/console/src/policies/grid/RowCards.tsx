import { ActionIcon } from "@mantine/core";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { useEditor } from "../editor/editorContext";
import { type MenuAction, SheetMenu } from "../fields/SheetMenu";
import { valueText } from "../model/cellText";
import { type EditorState, markKey } from "../model/history";
import { byPlace } from "../model/places";
import { changeRow, changeTable, setEnabled } from "../model/rows";
import { type CellTools, contentText } from "./cellContent";
import { CellSheet } from "./CellSheet";
import { type GridColumn, gridColumns, titleOf } from "./gridColumns";
import type { GridTarget } from "./PolicyGrid";
import classes from "./RowCards.module.css";

interface RowCardsProps {
  table: number;
  readOnly: boolean;
  moreOutputs: string[];
  target: GridTarget | null;
  onOpenCondition: (row: number) => void;
  rowActions: (row: number) => MenuAction[];
  children: ReactNode;
}

type Editable = Extract<GridColumn, { kind: "condition" | "output" | "description" }>;

/** The rows of a table on a narrow screen: each a card that says itself in a sentence, with its parts to press below. */
export function RowCards({ table: at, readOnly, moreOutputs, target, onOpenCondition, rowActions, children }: RowCardsProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { state, book, words, findings, checking } = editor;
  const { document, marks } = state;
  const table = document.tables[at];
  const columns = useMemo(() => (table ? gridColumns(document, table, book, moreOutputs) : []), [document, table, book, moreOutputs]);
  const tools: CellTools = { book, words, columns };
  const places = useMemo(() => byPlace(findings, document, at), [findings, document, at]);
  const [sheet, setSheet] = useState<{ row: number; column: Editable; anchor: HTMLElement; since: EditorState } | null>(null);
  const [menu, setMenu] = useState<{ row: number; anchor: HTMLElement } | null>(null);
  const [adding, setAdding] = useState<{ row: number; anchor: HTMLElement } | null>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (target?.row !== undefined && target.row !== null) list.current?.querySelector(`[data-id="${CSS.escape(target.row)}"]`)?.scrollIntoView({ block: "start" });
  }, [target]);

  if (!table) return null;
  const headWords = { number: "", on: "", free: t("policies.editor.table.free"), description: t("policies.editor.table.description") };
  const open = (row: number, column: Editable, anchor: HTMLElement) => {
    editor.settle();
    setSheet({ row, column, anchor, since: state });
  };

  return (
    <div ref={list} className={classes.list} tabIndex={0} role="region" aria-label={t("policies.editor.table.grid", { name: table.name })} data-testid="row-cards">
      <ol>
        {table.rows.map((row, index) => {
          const remarks = places.get(row.id);
          const said = remarks ? [...remarks.values()].flat() : [];
          const parts = columns.filter((column): column is Exclude<GridColumn, { kind: "handle" | "enabled" | "description" }> => column.kind === "condition" || column.kind === "output" || column.kind === "free");
          const description = columns.find((column) => column.kind === "description");
          return (
            <li key={row.id} className={classes.card} data-id={row.id} data-off={row.enabled === false || undefined} data-testid={`card-${row.id}`}>
              <header className={classes.head}>
                <span className={classes.number}>{index + 1}</span>
                <button type="button" className={classes.title} onClick={(event) => description?.kind === "description" && open(index, description, event.currentTarget)}>
                  {contentText({ kind: "description", key: "", width: 0 }, row, tools) || t("policies.editor.table.description")}
                </button>
                {!readOnly && (
                  <button
                    type="button"
                    role="switch"
                    aria-checked={row.enabled !== false}
                    aria-label={`${t("policies.editor.table.on")} ${index + 1}`}
                    className={classes.switch}
                    onClick={() => editor.change((before) => changeTable(before, at, (one) => changeRow(one, index, (old) => setEnabled(old, old.enabled === false))))}
                  />
                )}
                <ActionIcon variant="subtle" color="gray" size={40} aria-label={t("policies.editor.table.rowMenu", { number: index + 1 })} onClick={(event) => setMenu({ row: index, anchor: event.currentTarget })} data-testid="card-menu">
                  <Icon name="dots" size={20} />
                </ActionIcon>
              </header>
              {checking.sentences[row.id] !== undefined && <p className={classes.sentence}>{checking.sentences[row.id]}</p>}
              {said.map(({ message, severity, path }) => (
                <p key={`${path} ${message}`} className={classes.remark} data-severity={severity}>
                  {message}
                </p>
              ))}
              <dl className={classes.parts}>
                {parts.map((column) => {
                  const text = contentText(column, row, tools).split("\n");
                  const mark = marks[markKey(row.id, column.key)];
                  const wrong = mark !== undefined || remarks?.get(column.key)?.some(({ severity }) => severity === "error") === true;
                  const shownText = mark?.text ?? (text.length > 2 ? `${text.slice(0, 2).join(", ")} +${text.length - 2}` : text.join(", "));
                  // A card shows what the row says; the rest is one press away in its menu.
                  if (shownText === "") return null;
                  return (
                    <div key={column.key} data-kind={column.kind} data-wrong={wrong ? true : undefined}>
                      <dt>{titleOf(column, headWords)}</dt>
                      <dd>
                        <button
                          type="button"
                          onClick={(event) => (column.kind === "free" ? onOpenCondition(index) : open(index, column, event.currentTarget))}
                          data-testid={`card-${row.id}-${column.key}`}
                        >
                          {shownText}
                          {column.kind === "output" && column.field.unit !== null ? ` ${column.field.unit}` : ""}
                        </button>
                      </dd>
                    </div>
                  );
                })}
              </dl>
              {!readOnly && (
                <button type="button" className={classes.add} onClick={(event) => setAdding({ row: index, anchor: event.currentTarget })} data-testid="card-add">
                  <Icon name="plus" size={15} />
                  {t("policies.editor.table.addPart")}
                </button>
              )}
            </li>
          );
        })}
        <li className={classes.card} data-testid="card-defaults">
          <header className={classes.head}>
            <strong className={classes.title}>{t("policies.editor.table.defaults")}</strong>
          </header>
          <dl className={classes.parts}>
            {columns.map((column) =>
              column.kind === "output" ? (
                <div key={column.key} data-kind="output">
                  <dt>{column.field.title}</dt>
                  <dd>
                    <button type="button" onClick={(event) => open(table.rows.length, column, event.currentTarget)}>
                      {valueText(column.field, document.defaults?.[column.field.name], words) || t("policies.editor.edit.notSet")}
                    </button>
                  </dd>
                </div>
              ) : null,
            )}
          </dl>
        </li>
      </ol>
      {children}
      {sheet && (
        <CellSheet
          table={at}
          row={sheet.row}
          column={sheet.column}
          tools={tools}
          anchor={sheet.anchor}
          typed={null}
          readOnly={readOnly}
          onClose={(how) => {
            if (how === "cancel") editor.cancel(sheet.since);
            editor.settle();
            setSheet(null);
            sheet.anchor.focus();
          }}
        />
      )}
      {adding && (
        <SheetMenu
          anchor={adding.anchor}
          label={t("policies.editor.table.addPart")}
          onClose={() => setAdding(null)}
          actions={columns.flatMap((column): MenuAction[] => {
            const row = table.rows[adding.row];
            if (!row || !(column.kind === "condition" || column.kind === "output" || column.kind === "free") || contentText(column, row, tools) !== "") return [];
            const group = t(column.kind === "output" ? "policies.editor.table.then" : "policies.editor.table.if");
            const run = () => (column.kind === "free" ? onOpenCondition(adding.row) : open(adding.row, column, adding.anchor));
            return [{ id: column.key, label: titleOf(column, headWords), group, run }];
          }).map((action, at, all) => (action.group === all[at - 1]?.group ? { ...action, group: undefined } : action))}
        />
      )}
      {menu && <SheetMenu anchor={menu.anchor} label={t("policies.editor.table.rowMenu", { number: menu.row + 1 })} actions={rowActions(menu.row)} onClose={() => setMenu(null)} />}
    </div>
  );
}
