import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQueryClient } from "@tanstack/react-query";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Strip } from "~/workflows/bar/Strip";
import type { PolicyCatalogue, PolicyFinding, PolicySetView } from "../api";
import { ExamplesPanel } from "../examples/ExamplesPanel";
import { FindingsPanel } from "../findings/FindingsPanel";
import { SidePanel } from "../findings/SidePanel";
import type { GridTarget } from "../grid/PolicyGrid";
import { cellWords } from "../model/cellWords";
import { fieldBook } from "../model/fields";
import { placeOf } from "../model/places";
import type { PolicyDocument } from "../model/types";
import { writeDocument } from "../model/writeDocument";
import { policiesKey, policyKey } from "../queries";
import { forgetUnsaved, keepUnsaved, type UnsavedPolicy } from "../unsaved";
import { allFindings } from "./allFindings";
import { EditorBar } from "./EditorBar";
import { EditorProvider, type PolicyEditor } from "./editorContext";
import { EditorDialogs, type OpenDialog } from "./EditorDialogs";
import { LeaveGuard } from "./LeaveGuard";
import { RawView } from "./RawView";
import { TableView } from "./TableView";
import { useCheck } from "./useCheck";
import { useDocument } from "./useDocument";
import { useEditorKeys } from "./useEditorKeys";
import classes from "./Editor.module.css";

interface EditorProps {
  policy: PolicySetView;
  catalogue: PolicyCatalogue;
  userId: string;
  /** What stands in the editor at first. */
  start: PolicyDocument;
  /** The stored document that was opened; null when it cannot be read. */
  stored: PolicyDocument | null;
  /** The version that the text began with. */
  from: string;
  /** The version that would have been opened without unsaved changes. */
  openedVersion: string;
  restored: UnsavedPolicy | null;
}

export type PanelTab = "findings" | "examples";

export function Editor({ policy, catalogue, userId, start, stored, from: startedFrom, openedVersion, restored }: EditorProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const phone = useMediaQuery("(max-width: 61.99em)", false, { getInitialValueInEffect: false });
  const editing = useDocument(start);
  const { document, marks } = editing.state;
  const readOnly = !policy.canManage;

  const text = useMemo(() => writeDocument(document), [document]);
  const [saved, setSaved] = useState({ text: stored === null ? "" : writeDocument(stored), version: startedFrom });
  const dirty = text !== saved.text;
  const checking = useCheck(policy.name, text);
  const findings = useMemo(() => allFindings(t, checking.check, editing.state), [t, checking.check, editing.state]);
  const book = useMemo(() => fieldBook(catalogue, policy.outputs, { outputs: document.outputs } as PolicyDocument), [catalogue, policy.outputs, document.outputs]);

  const [table, setTable] = useState(0);
  const [target, setTarget] = useState<GridTarget | null>(null);
  const [panel, setPanel] = useState<PanelTab | null>(null);
  const [example, setExample] = useState<number | null>(null);
  const [raw, setRaw] = useState(false);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [shown, setShown] = useState(-1);
  const [hides, setHides] = useState<{ restored: boolean; newer: string | null }>({ restored: false, newer: null });

  useEffect(() => {
    if (readOnly) return;
    if (dirty) keepUnsaved(userId, policy.name, { document: text, from: saved.version, savedAt: Date.now() });
    else forgetUnsaved(userId, policy.name);
  }, [readOnly, dirty, text, userId, policy.name, saved.version]);

  const show = (finding: PolicyFinding) => {
    const place = placeOf(finding, document);
    setRaw(false);
    setShown(findings.indexOf(finding));
    if (place.example !== null) {
      setExample(place.example);
      setPanel("examples");
      return;
    }
    if (place.table < 0 || place.table >= document.tables.length) {
      setPanel("findings");
      return;
    }
    setTable(place.table);
    setTarget({ row: place.row, column: place.column, asked: Date.now() });
    if (phone) setPanel(null);
  };
  const showNext = () => {
    const next = findings[(shown + 1) % findings.length];
    if (next) show(next);
  };

  const openSave = (then: "stay" | "publish") => setDialog({ what: "save", then });
  useEditorKeys({
    undo: () => !readOnly && editing.undo(),
    redo: () => !readOnly && editing.redo(),
    save: () => dirty && !readOnly && openSave("stay"),
    nextFinding: showNext,
  });

  const discard = () => {
    if (stored === null) return;
    editing.begin(stored);
    setSaved({ text: writeDocument(stored), version: openedVersion });
    setHides({ ...hides, restored: true });
  };
  const openNewest = () => {
    forgetUnsaved(userId, policy.name);
    // The stored text is opened anew, as if the page had been.
    setSaved({ text, version: policy.documentVersion });
    window.location.reload();
  };

  const words = cellWords();
  const editor: PolicyEditor = { ...editing, set: policy, book, words, readOnly, checking, findings };
  const restoredAt = useClock((now) => (restored ? clockTime(t, new Date(restored.savedAt).toISOString(), now) : ""));
  const newer = policy.documentVersion !== openedVersion && policy.documentVersion !== saved.version && policy.documentVersion !== hides.newer;

  const panelContent = panel && (
    <SidePanel tab={panel} onTab={setPanel} onClose={() => setPanel(null)} asDialog={phone}>
      {panel === "findings" ? (
        <FindingsPanel
          shown={shown}
          onShow={show}
          onMakeExample={(facts) => {
            editing.change((before) => ({ ...before, examples: [...(before.examples ?? []), { name: t("policies.editor.examples.newName"), facts, outputs: {} }] }));
            setExample(document.examples?.length ?? 0);
            setPanel("examples");
          }}
        />
      ) : (
        <ExamplesPanel opened={example} onOpen={setExample} />
      )}
    </SidePanel>
  );

  return (
    <EditorProvider value={editor}>
      <EditorBar
        document={document}
        version={saved.version}
        dirty={dirty}
        raw={raw}
        onRaw={() => setRaw(!raw)}
        onSave={() => openSave("stay")}
        onPublish={() => (dirty ? openSave("publish") : setDialog({ what: "publish", version: saved.version }))}
        onBacktest={() => void navigate({ to: "/policies/$set/backtest", params: { set: policy.name } })}
        onVersions={() => void navigate({ to: "/policies/$set/versions", params: { set: policy.name } })}
        onDialog={setDialog}
        text={text}
      />
      {readOnly && <Strip icon="info" title={t("policies.editor.strips.readOnlyTitle")} text={t("policies.editor.strips.readOnlyText")} testId="read-only" />}
      {restored && !hides.restored && dirty && (
        <Strip
          icon="info"
          tone="info"
          title={t("policies.editor.strips.restoredTitle")}
          text={
            startedFrom === openedVersion
              ? t("policies.editor.strips.restoredText", { time: restoredAt })
              : t("policies.editor.strips.otherBase", { time: restoredAt, version: startedFrom, now: openedVersion })
          }
          onClose={() => setHides({ ...hides, restored: true })}
          testId="restored"
        >
          <Button size="compact-md" variant="default" onClick={discard} data-testid="discard">
            {t("policies.editor.strips.discard")}
          </Button>
        </Strip>
      )}
      {newer && (
        <Strip
          icon="info"
          tone="info"
          title={t("policies.editor.strips.newerTitle", { version: policy.documentVersion })}
          text={t("policies.editor.strips.newerText")}
          onClose={() => setHides({ ...hides, newer: policy.documentVersion })}
          testId="newer"
        >
          <Button size="compact-md" variant="default" onClick={openNewest}>
            {t("policies.editor.strips.openNewer")}
          </Button>
        </Strip>
      )}
      {checking.error && <Strip icon="alert" title={t("policies.editor.strips.checkFailed", { reason: "" }).trim()} text={checking.error.message} testId="check-failed" />}
      <div className={classes.work}>
        <div className={classes.editor}>
          {raw ? (
            <RawView text={text} readOnly={readOnly} onApply={(next) => editing.edit(() => ({ document: next, marks: {} }))} />
          ) : (
            <TableView table={Math.min(table, document.tables.length - 1)} onTable={setTable} target={target} panel={panel} onPanel={(tab) => setPanel(panel === tab ? null : tab)} onDialog={setDialog} />
          )}
        </div>
        {panelContent}
      </div>
      <EditorDialogs
        open={dialog}
        onOpen={setDialog}
        text={text}
        marks={Object.keys(marks).length}
        onSaved={(version) => {
          setSaved({ text, version });
          forgetUnsaved(userId, policy.name);
          void client.invalidateQueries({ queryKey: policyKey(policy.name) });
          void client.invalidateQueries({ queryKey: policiesKey });
        }}
      />
      {!readOnly && <LeaveGuard set={policy.name} dirty={dirty} />}
    </EditorProvider>
  );
}
