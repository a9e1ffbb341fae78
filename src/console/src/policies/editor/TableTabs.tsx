import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { localizedText } from "../model/cellText";
import { placeOf } from "../model/places";
import { useEditor } from "./editorContext";
import classes from "./TableTabs.module.css";

interface TableTabsProps {
  table: number;
  onTable: (table: number) => void;
  children: ReactNode;
}

/** The tables in the order in which they are asked, with what is wrong in each. */
export function TableTabs({ table, onTable, children }: TableTabsProps) {
  const { t } = useTranslation();
  const { state, set, findings, words } = useEditor();
  const { tables } = state.document;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = (table + step + tables.length) % tables.length;
    onTable(next);
    event.currentTarget.querySelectorAll<HTMLElement>("[role='tab']")[next]?.focus();
  };
  return (
    <div className={classes.bar}>
      <div className={classes.tabs} role="tablist" aria-label={t("policies.editor.table.tabs")} onKeyDown={onKeyDown}>
        {tables.map((one, at) => {
          const here = findings.filter((finding) => placeOf(finding, state.document).table === at);
          const worst = here.some(({ severity }) => severity === "error") ? "error" : here.some(({ severity }) => severity === "warning") ? "warning" : undefined;
          const serious = here.filter(({ severity }) => severity !== "note").length;
          const name = one.title ? localizedText(one.title, words.language) : one.name;
          return (
            <button key={one.name} title={name} type="button" role="tab" className={classes.tab} aria-selected={at === table} tabIndex={at === table ? 0 : -1} onClick={() => onTable(at)} data-testid={`table-${one.name}`}>
              {set.lockedTables.includes(one.name) && <Icon name="lock" size={14} />}
              <span className={classes.name}>{name}</span>
              {serious > 0 && (
                <span className={classes.count} data-severity={worst}>
                  {serious}
                </span>
              )}
            </button>
          );
        })}
      </div>
      {children}
    </div>
  );
}
