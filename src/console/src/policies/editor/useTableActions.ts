import { useTranslation } from "react-i18next";
import type { MenuAction } from "../fields/SheetMenu";
import type { GridColumn } from "../grid/gridColumns";
import { columnId } from "../model/cells";
import { moveColumn, removeColumn, setColumnOperator } from "../model/columns";
import { changeTable, duplicateRow, insertRow, moveRows, removeRows } from "../model/rows";
import { useEditor } from "./editorContext";
import type { OpenDialog } from "./EditorDialogs";
import { useConversion } from "./useConversion";

/** What can be done with a row and with a column. */
export function useTableActions(at: number, fixed: boolean, onDialog: (dialog: OpenDialog) => void) {
  const { t } = useTranslation();
  const { state, change, book } = useEditor();
  const conversion = useConversion();
  const table = state.document.tables[at];
  const last = (table?.rows.length ?? 0) - 1;

  const rowActions = (index: number): MenuAction[] => {
    const row = table?.rows[index];
    if (!row) return [];
    const properties: MenuAction = { id: "properties", label: t("policies.editor.rows.properties"), icon: "info", run: () => onDialog({ what: "row", table: at, row: index }) };
    const condition: MenuAction = { id: "condition", label: t("policies.editor.rows.condition"), icon: "branch", run: () => onDialog({ what: "condition", table: at, row: index }) };
    if (fixed) return row.condition ? [condition, properties] : [properties];
    return [
      { id: "insert-above", label: t("policies.editor.rows.insertAbove"), icon: "plus", run: () => change((before) => insertRow(before, at, index)) },
      { id: "insert-below", label: t("policies.editor.rows.insertBelow"), run: () => change((before) => insertRow(before, at, index + 1)) },
      { id: "duplicate", label: t("policies.editor.rows.duplicate"), run: () => change((before) => duplicateRow(before, at, index)) },
      { id: "up", label: t("policies.editor.rows.up"), icon: "up", disabled: index === 0, run: () => change((before) => moveRows(before, at, index, index, index - 1)) },
      { id: "down", label: t("policies.editor.rows.down"), disabled: index === last, run: () => change((before) => moveRows(before, at, index, index, index + 1)) },
      condition,
      { id: "to-condition", label: t("policies.editor.rows.toCondition"), disabled: !row.when, run: () => conversion.convert(at, row.id, "condition") },
      { id: "to-cells", label: t("policies.editor.rows.toCells"), disabled: !row.condition, run: () => conversion.convert(at, row.id, "cells") },
      properties,
      { id: "remove", label: t("policies.editor.rows.remove"), icon: "close", danger: true, run: () => change((before) => removeRows(before, at, index, index)) },
    ];
  };

  const columnActions = (column: GridColumn): MenuAction[] => {
    if (fixed || column.kind !== "condition") return [];
    const columns = table?.columns ?? [];
    const place = columns.findIndex((one) => columnId(one) === column.id);
    return [
      ...book.operators(column.field).map((op, index) => ({
        id: `op-${op}`,
        label: t(`policies.editor.operators.${op}`),
        checked: op === column.column.op,
        run: () => change((before) => changeTable(before, at, (one) => setColumnOperator(one, column.id, op))),
        ...(index === 0 && { group: t("policies.editor.columns.operator") }),
      })),
      { id: "left", label: t("policies.editor.columns.left"), icon: "back", group: "", disabled: place === 0, run: () => change((before) => changeTable(before, at, (one) => moveColumn(one, place, place - 1))) },
      { id: "right", label: t("policies.editor.columns.right"), disabled: place === columns.length - 1, run: () => change((before) => changeTable(before, at, (one) => moveColumn(one, place, place + 1))) },
      { id: "remove-column", label: t("policies.editor.columns.remove"), icon: "close", danger: true, run: () => change((before) => changeTable(before, at, (one) => removeColumn(one, column.id))) },
    ];
  };

  return { rowActions, columnActions, failed: conversion.failed };
}
