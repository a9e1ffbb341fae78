import { PublishDialog } from "../publish/PublishDialog";
import { ConditionDrawer } from "../condition/ConditionDrawer";
import { useEditor } from "./editorContext";
import { KeysDialog } from "./KeysDialog";
import { LoadDialog } from "./LoadDialog";
import { RowDialog } from "./RowDialog";
import { SaveDialog } from "./SaveDialog";
import { SetDialog } from "./SetDialog";

export type OpenDialog =
  | { what: "save"; then: "stay" | "publish" }
  | { what: "publish"; version: string }
  | { what: "about" | "load" | "keys" }
  | { what: "row" | "condition"; table: number; row: number };

interface EditorDialogsProps {
  open: OpenDialog | null;
  onOpen: (dialog: OpenDialog | null) => void;
  text: string;
  /** Pasted values that nobody understood. */
  marks: number;
  onSaved: (version: string) => void;
}

/** The one dialog that is open. */
export function EditorDialogs({ open, onOpen, text, marks, onSaved }: EditorDialogsProps) {
  const { set } = useEditor();
  const close = () => onOpen(null);
  switch (open?.what) {
    case "save":
      return (
        <SaveDialog
          text={text}
          marks={marks}
          beforePublication={open.then === "publish"}
          onClose={close}
          onSaved={(version) => {
            onSaved(version);
            onOpen(open.then === "publish" ? { what: "publish", version } : null);
          }}
        />
      );
    case "publish":
      return <PublishDialog set={set.name} version={open.version} seenActive={set.active.label} onClose={close} onPublished={close} />;
    case "about":
      return <SetDialog onClose={close} />;
    case "load":
      return <LoadDialog onClose={close} />;
    case "keys":
      return <KeysDialog onClose={close} />;
    case "row":
      return <RowDialog table={open.table} row={open.row} onClose={close} />;
    case "condition":
      return <ConditionDrawer table={open.table} row={open.row} onClose={close} />;
    default:
      return null;
  }
}
