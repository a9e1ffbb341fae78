import { useState } from "react";
import type { PolicySetView } from "../api";
import { writeDocument } from "../model/writeDocument";
import { forgetUnsaved, keepUnsaved, loadUnsaved } from "../unsaved";
import { acceptExample } from "./acceptExample";
import type { EscalationDocument } from "./document";
import { documentToSimple, type Entry, simpleToDocument } from "./simple";

interface Work {
  /** What the rules were read from; an accepted example is written into it. */
  document: EscalationDocument;
  entries: Entry[];
}

export type Outcome = Parameters<typeof acceptExample>[1];

const textOf = ({ document, entries }: Work): string => writeDocument(simpleToDocument(document, entries));

/**
 * The rules of a set's document while a person changes them. Every change is kept on the device, in the same place where the editor
 * keeps its own, so the two views show the same unsaved text. Null when the document is not one that the simple view can read.
 */
export function useSimple(policy: PolicySetView, userId: string) {
  const [unsaved] = useState(() => (policy.canManage ? loadUnsaved(userId, policy.name) : null));
  const [stored, setStored] = useState(policy.document);
  const [seen, setSeen] = useState(policy.documentVersion);
  const [work, setWork] = useState<Work | null>(() => read(unsaved?.document ?? policy.document));
  const [changed, setChanged] = useState(unsaved !== null);
  const [kept, setKept] = useState(unsaved !== null);
  const begin = (text: string) => {
    setStored(text);
    setWork(read(text));
  };
  // Another version came, from here or from elsewhere: it is shown unless it would take away what the person changed.
  if (seen !== policy.documentVersion) {
    setSeen(policy.documentVersion);
    if (!changed) begin(policy.document);
  }
  if (work === null) return null;

  const apply = (next: Work) => {
    setWork(next);
    setChanged(true);
    setKept(keepUnsaved(userId, policy.name, { document: textOf(next), from: policy.documentVersion, savedAt: Date.now() }));
  };
  const forget = () => {
    forgetUnsaved(userId, policy.name);
    setChanged(false);
    setKept(false);
  };
  return {
    document: work.document,
    entries: work.entries,
    /** The text to check and to save: the stored one, byte for byte, while nothing was changed. */
    text: changed ? textOf(work) : stored,
    changed,
    kept,
    /** Began with what the editor had left unsaved. */
    fromEditor: unsaved !== null,
    change: (entries: Entry[]) => apply({ ...work, entries }),
    accept: (outcomes: readonly Outcome[]) => apply({ ...work, document: outcomes.reduce(acceptExample, work.document) }),
    discard: () => {
      forget();
      begin(policy.document);
    },
    /** After the text was saved as a version: it is no longer unsaved, and what it says is where the next change begins. */
    saved: () => {
      begin(textOf(work));
      forget();
    },
  };
}

function read(text: string): Work | null {
  try {
    const document = JSON.parse(text) as EscalationDocument;
    return { document, entries: documentToSimple(document) };
  } catch {
    return null;
  }
}
