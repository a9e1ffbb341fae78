import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { SheetMenu } from "../fields/SheetMenu";
import { localizedText } from "../model/cellText";
import { changeTable, putTable } from "../model/rows";
import type { HitPolicy } from "../model/types";
import { useEditor } from "./editorContext";
import { hitPolicies } from "./hitPolicies";
import classes from "./HitNote.module.css";

/** How the table decides, in words, and another way to decide. */
export function HitNote({ table: at, readOnly }: { table: number; readOnly: boolean }) {
  const { t } = useTranslation();
  const { state, change, words } = useEditor();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { document } = state;
  const table = document.tables[at];
  if (!table) return null;
  const policy = table.hitPolicy ?? document.hitPolicy;
  const choose = (chosen: HitPolicy | undefined) => change((before) => changeTable(before, at, (one) => putTable(one, "hitPolicy", chosen)));
  const description = localizedText(table.description, words.language);
  return (
    <div className={classes.note} data-testid="hit">
      <p>
        {t(`policies.editor.hit.${policy}`)} {description}
      </p>
      {!readOnly && (
        <button type="button" className={classes.change} aria-haspopup="menu" title={t("policies.editor.hit.label")} onClick={(event) => setAnchor(event.currentTarget)} data-testid="hit-change">
          <span>{t(`policies.hitPolicy.${policy}`)}</span>
          <Icon name="down" size={14} />
        </button>
      )}
      {anchor && (
        <SheetMenu
          anchor={anchor}
          label={t("policies.editor.hit.label")}
          onClose={() => setAnchor(null)}
          actions={[
            { id: "set", label: t("policies.editor.hit.ofSet"), checked: table.hitPolicy === undefined, run: () => choose(undefined) },
            ...hitPolicies.map((one) => ({ id: one, label: t(`policies.hitPolicy.${one}`), checked: table.hitPolicy === one, run: () => choose(one) })),
          ]}
        />
      )}
    </div>
  );
}
