import { createContext, useContext } from "react";
import type { PolicyFinding, PolicySetView } from "../api";
import type { CellWords } from "../model/cellWords";
import type { FieldBook } from "../model/fields";
import type { DocumentEditing } from "./useDocument";
import type { Checking } from "./useCheck";

/** What every part of the editor needs. */
export interface PolicyEditor extends DocumentEditing {
  set: PolicySetView;
  book: FieldBook;
  words: CellWords;
  /** The whole set is for looking only. */
  readOnly: boolean;
  checking: Checking;
  findings: PolicyFinding[];
}

const context = createContext<PolicyEditor | null>(null);

export const EditorProvider = context.Provider;

export function useEditor(): PolicyEditor {
  const editor = useContext(context);
  if (editor === null) throw new Error("useEditor needs an EditorProvider above it");
  return editor;
}
