import { Button, CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import { useEditor } from "../editor/editorContext";
import { useConversion } from "../editor/useConversion";
import { readableOutputs } from "../model/columns";
import { addPart, changePart } from "../model/conditions";
import { changeRow, changeTable, setCondition } from "../model/rows";
import type { Condition } from "../model/types";
import { AddPart } from "./AddPart";
import { ConditionNode } from "./ConditionNode";
import drawer from "~/ui/Drawer.module.css";
import classes from "./Condition.module.css";

interface ConditionDrawerProps {
  table: number;
  row: number;
  onClose: () => void;
}

/** What the columns of a row cannot say: questions held together by "all", "any" and "not". */
export function ConditionDrawer({ table, row: index, onClose }: ConditionDrawerProps) {
  const { t } = useTranslation();
  const { state, change, settle, readOnly, checking } = useEditor();
  const { document } = state;
  const row = document.tables[table]?.rows[index];
  const conversion = useConversion();
  if (!row) return null;

  const { condition } = row;
  const write = (next: Condition | null) => change((before) => changeTable(before, table, (one) => changeRow(one, index, (old) => setCondition(old, next ?? undefined))), `condition ${index}`);
  const close = () => {
    settle();
    onClose();
  };
  const sentence = checking.sentences[row.id];
  return (
    <Dialog label={t("policies.editor.condition.title")} onClose={close} testId="condition-drawer" side>
      <div className={drawer.drawer}>
        <header className={drawer.head}>
          <div>
            <h2>{t("policies.editor.condition.title")}</h2>
            <p>{t("policies.editor.condition.text")}</p>
          </div>
          <CloseButton size="lg" aria-label={t("app.close")} onClick={close} />
        </header>
        {condition ? (
          <ConditionNode condition={condition} path={[]} outputs={readableOutputs(document, table)} onChange={(path, changed) => write(changePart(condition, path, changed))} />
        ) : (
          <p className={classes.empty}>{t("policies.editor.condition.empty")}</p>
        )}
        {!readOnly && !(condition && ("all" in condition || "any" in condition)) && (
          <AddPart outputs={readableOutputs(document, table)} onAdd={(part) => write(condition ? addPart(condition, part) : part)} />
        )}
        {sentence !== undefined && <p className={classes.sentence}>{sentence}</p>}
        {conversion.failed !== null && (
          <p className={classes.failed} role="alert">
            {t("policies.editor.rows.convertFailed", { reason: conversion.failed })}
          </p>
        )}
        <footer className={classes.foot}>
          {!readOnly && (
            <>
              <Button variant="default" size="compact-md" disabled={!condition} loading={conversion.isPending} onClick={() => conversion.convert(table, row.id, "cells")} data-testid="to-cells">
                {t("policies.editor.rows.toCells")}
              </Button>
              <Button variant="default" size="compact-md" disabled={!row.when} onClick={() => conversion.convert(table, row.id, "condition")} data-testid="to-condition">
                {t("policies.editor.rows.toCondition")}
              </Button>
              <Button variant="subtle" size="compact-md" disabled={!condition} onClick={() => write(null)}>
                {t("policies.editor.condition.removeAll")}
              </Button>
            </>
          )}
          <span className={classes.space} />
          <Button size="compact-md" onClick={close} data-testid="condition-done">
            {t("policies.editor.condition.close")}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
