import { useReducer } from "react";
import { begin, edit, type EditorState, type History, redo, settle, undo } from "../model/history";
import type { PolicyDocument } from "../model/types";

type Action =
  | { do: "edit"; change: (state: EditorState) => EditorState; kind: string | null }
  | { do: "cancel"; since: EditorState }
  | { do: "settle" | "undo" | "redo" }
  | { do: "begin"; document: PolicyDocument };

function reduce(history: History, action: Action): History {
  switch (action.do) {
    case "edit":
      return edit(history, action.change(history.present), action.kind);
    case "cancel":
      // What was begun since then is one step; the way forward from it is not offered.
      return history.past.at(-1) === action.since ? { ...undo(history), future: [] } : history;
    case "settle":
      return settle(history);
    case "undo":
      return undo(history);
    case "redo":
      return redo(history);
    case "begin":
      return begin(action.document);
  }
}

export interface DocumentEditing {
  state: EditorState;
  canUndo: boolean;
  canRedo: boolean;
  /** Edits of one kind in a row are one step back. */
  edit: (change: (state: EditorState) => EditorState, kind?: string | null) => void;
  /** For edits that leave the marks alone. */
  change: (change: (document: PolicyDocument) => PolicyDocument, kind?: string | null) => void;
  /** Takes back the one step since then, as if it had never been. */
  cancel: (since: EditorState) => void;
  settle: () => void;
  undo: () => void;
  redo: () => void;
  begin: (document: PolicyDocument) => void;
}

export function useDocument(document: PolicyDocument): DocumentEditing {
  const [history, dispatch] = useReducer(reduce, document, begin);
  return {
    state: history.present,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    edit: (change, kind = null) => dispatch({ do: "edit", change, kind }),
    change: (change, kind = null) => dispatch({ do: "edit", change: (state) => ({ ...state, document: change(state.document) }), kind }),
    cancel: (since) => dispatch({ do: "cancel", since }),
    settle: () => dispatch({ do: "settle" }),
    undo: () => dispatch({ do: "undo" }),
    redo: () => dispatch({ do: "redo" }),
    begin: (next) => dispatch({ do: "begin", document: next }),
  };
}
