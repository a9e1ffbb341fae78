import { useState } from "react";
import type { PolicyCatalogue, PolicySetView } from "../api";
import { readDocument } from "../model/readDocument";
import { writeDocument } from "../model/writeDocument";
import type { UnsavedPolicy } from "../unsaved";
import { Editor } from "./Editor";
import { RawView } from "./RawView";
import classes from "./Editor.module.css";

interface OpenedTextProps {
  policy: PolicySetView;
  catalogue: PolicyCatalogue;
  userId: string;
  /** The stored text that is opened, and its version. */
  text: string;
  from: string;
  unsaved: UnsavedPolicy | null;
}

/** Decides what stands in the editor at first: the stored text, or what this person has not saved yet. */
export function OpenedText({ policy, catalogue, userId, text, from, unsaved }: OpenedTextProps) {
  // Taken once: later answers of the server are for the strips above the table.
  const [start] = useState({ text, from, unsaved });
  const [mended, setMended] = useState<string | null>(null);
  const written = mended ?? start.unsaved?.document ?? start.text;
  const read = readDocument(written);
  if ("problem" in read) {
    return (
      <div className={classes.editor}>
        <RawView text={written} readOnly={!policy.canManage} onApply={(document) => setMended(writeDocument(document))} />
      </div>
    );
  }
  const stored = readDocument(start.text);
  return (
    <Editor
      policy={policy}
      catalogue={catalogue}
      userId={userId}
      start={read.document}
      stored={"document" in stored ? stored.document : null}
      from={start.unsaved?.from ?? start.from}
      openedVersion={start.from}
      restored={mended === null ? start.unsaved : null}
    />
  );
}
