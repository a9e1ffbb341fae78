import { ActionIcon, Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { Mark } from "~/ui/Mark";
import { type MenuAction, SheetMenu } from "../fields/SheetMenu";
import { localizedText } from "../model/cellText";
import type { PolicyDocument } from "../model/types";
import { PageHead } from "../PageHead";
import { downloadJson } from "../versions/downloadJson";
import { versionName } from "../versions/versionName";
import { useEditor } from "./editorContext";
import type { OpenDialog } from "./EditorDialogs";
import { storageWorks } from "./storage";
import classes from "./EditorBar.module.css";

interface EditorBarProps {
  document: PolicyDocument;
  /** The saved version that the text began with. */
  version: string;
  text: string;
  dirty: boolean;
  raw: boolean;
  onRaw: () => void;
  onSave: () => void;
  onPublish: () => void;
  onBacktest: () => void;
  onVersions: () => void;
  onDialog: (dialog: OpenDialog) => void;
}

/** Where one is, how the text stands to what is in force, and what one can do with the whole of it. */
export function EditorBar({ document, version, text, dirty, raw, onRaw, onSave, onPublish, onBacktest, onVersions, onDialog }: EditorBarProps) {
  const { t } = useTranslation();
  const { set, readOnly, words } = useEditor();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const wide = useMediaQuery("(min-width: 75em)", true, { getInitialValueInEffect: false });
  const phone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const isInForce = version === set.active.label && !dirty;

  const around: MenuAction[] = [
    { id: "backtest", label: t("policies.editor.bar.backtest"), icon: "clock", run: onBacktest },
    { id: "versions", label: t("policies.editor.bar.versions"), icon: "compare", run: onVersions },
  ];
  const publish: MenuAction = { id: "publish", label: t("policies.editor.bar.publish"), icon: "send", run: onPublish, disabled: isInForce };
  const more: MenuAction[] = [
    ...(wide ? [] : around),
    ...(phone && !readOnly ? [publish] : []),
    { id: "about", label: t("policies.editor.bar.about"), icon: "info", run: () => onDialog({ what: "about" }) },
    { id: "raw", label: t(raw ? "policies.editor.bar.table" : "policies.editor.bar.raw"), icon: raw ? "policies" : "code", run: onRaw },
    { id: "download", label: t("policies.editor.bar.download"), icon: "download", run: () => downloadJson(set.name, text) },
    ...(readOnly ? [] : [{ id: "load", label: t("policies.editor.bar.load"), icon: "up" as const, run: () => onDialog({ what: "load" }) }]),
    ...(phone ? [] : [{ id: "keys", label: t("policies.editor.bar.keys"), icon: "keyboard" as const, run: () => onDialog({ what: "keys" }) }]),
  ];

  return (
    <PageHead
      title={localizedText(document.title, words.language) || set.title}
      note={
        <span className={classes.state} aria-live="polite">
          {dirty ? (
            <Mark tone={storageWorks() ? "high" : "urgent"} testId="unsaved">
              {t(storageWorks() ? "policies.editor.bar.unsaved" : "policies.editor.bar.notKept")}
            </Mark>
          ) : isInForce ? null : (
            <Mark tone="plain" icon="check" testId="saved">
              {t("policies.editor.bar.saved")}
            </Mark>
          )}
          {version !== set.active.label && <span data-testid="opened">{t("policies.editor.bar.opened", { version: versionName(t, version) })}</span>}
          <span data-testid="in-force" title={t("policies.editor.bar.inForceHint")}>
            {t("policies.editor.bar.inForce", { version: versionName(t, set.active.label) })}
          </span>
        </span>
      }
    >
      {wide &&
        around.map(({ id, label, icon, run }) => (
          <Button key={id} variant="default" size="compact-md" leftSection={icon && <Icon name={icon} size={16} />} onClick={run} data-testid={id}>
            {label}
          </Button>
        ))}
      {!readOnly && (
        <>
          <Button variant={phone ? "filled" : "default"} size="compact-md" disabled={!dirty} onClick={onSave} title="Ctrl+S" data-testid="save">
            {t("policies.editor.bar.save")}
          </Button>
          {!phone && (
            <Button size="compact-md" disabled={isInForce} onClick={onPublish} data-testid="publish">
              {t("policies.editor.bar.publish")}
            </Button>
          )}
        </>
      )}
      <ActionIcon variant="default" size={phone ? 40 : 34} aria-label={t("workflows.more")} aria-haspopup="menu" onClick={(event) => setMenu(event.currentTarget)} data-testid="more">
        <Icon name="dots" size={20} />
      </ActionIcon>
      {menu && <SheetMenu anchor={menu} label={t("workflows.more")} actions={more} onClose={() => setMenu(null)} />}
    </PageHead>
  );
}
