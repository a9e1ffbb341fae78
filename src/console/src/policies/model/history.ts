import type { PolicyDocument } from "./types";

/** A pasted text that was not understood; it stands in its cell until somebody writes something else there. */
export interface PasteMark {
  text: string;
  expected: string;
}

export interface EditorState {
  document: PolicyDocument;
  /** By `row id, column key`. */
  marks: Record<string, PasteMark>;
}

export interface History {
  past: EditorState[];
  present: EditorState;
  future: EditorState[];
  /** Edits of one kind in a row are one step back. */
  kind: string | null;
}

const longest = 200;

export const begin = (document: PolicyDocument): History => ({ past: [], present: { document, marks: {} }, future: [], kind: null });

export function edit(history: History, next: EditorState, kind: string | null = null): History {
  const { present, past } = history;
  if (next.document === present.document && next.marks === present.marks) return history;
  if (kind !== null && kind === history.kind) return { ...history, present: next, future: [] };
  return { past: [...past, present].slice(-longest), present: next, future: [], kind };
}

/** What is written from now on is a step of its own. */
export const settle = (history: History): History => (history.kind === null ? history : { ...history, kind: null });

export function undo(history: History): History {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], kind: null };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, kind: null };
}

export const markKey = (row: string, column: string): string => `${row}\n${column}`;
