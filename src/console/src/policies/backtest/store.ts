import { useSyncExternalStore } from "react";
import type { BacktestLine, PolicyFinding } from "../api";
import type { Moments } from "./period";
import { runBacktest } from "./runBacktest";

export type BacktestReport = Extract<BacktestLine, { type: "report" }>;
export type BacktestProgress = Omit<Extract<BacktestLine, { type: "progress" }>, "type">;

/** What is, or was, tried. */
export interface BacktestRun extends Moments {
  document: string;
  /** The saved version that the document is; null for a text that nobody saved. */
  version: string | null;
}

export interface BacktestState {
  running: { run: BacktestRun; progress: BacktestProgress | null } | null;
  /** The last result, which stands until the next one is there. */
  finished: { run: BacktestRun; report: BacktestReport } | null;
  /** Why the last run brought no result: it was stopped, the server refused, or the connection broke. */
  failure: { kind: "stopped" } | { kind: "refused"; title: string; detail: string; findings: PolicyFinding[] } | { kind: "broken"; error: unknown } | null;
}

const nothing: BacktestState = { running: null, finished: null, failure: null };
const states = new Map<string, BacktestState>();
const aborts = new Map<string, AbortController>();
const listeners = new Set<() => void>();

/** The back-test of a set. It belongs to no page: it runs on, and its result stays, while the person goes back to edit. */
export function useBacktest(set: string): BacktestState {
  return useSyncExternalStore(subscribe, () => states.get(set) ?? nothing);
}

/** Starts a run; one that is under way is stopped first. */
export async function startBacktest(set: string, run: BacktestRun): Promise<void> {
  aborts.get(set)?.abort();
  const abort = new AbortController();
  aborts.set(set, abort);
  const isMine = () => aborts.get(set) === abort;
  change(set, { running: { run, progress: null }, failure: null });
  try {
    for await (const line of runBacktest(set, { document: run.document, from: run.from, to: run.to }, abort.signal)) {
      if (!isMine()) return;
      if (line.type === "progress") change(set, { running: { run, progress: line } });
      else if (line.type === "report") change(set, { running: null, finished: { run, report: line } });
      else change(set, { running: null, failure: { kind: "refused", title: line.title, detail: line.detail, findings: line.findings ?? [] } });
    }
  } catch (error) {
    if (isMine()) change(set, { running: null, failure: { kind: "broken", error } });
  }
}

/** Closes the connection of a run, which stops the server's work; what still comes of it is passed over. */
export function stopBacktest(set: string): void {
  aborts.get(set)?.abort();
  aborts.delete(set);
  change(set, { running: null, failure: { kind: "stopped" } });
}

/** For tests: as if the page had just been opened. */
export function forgetBacktests(): void {
  for (const abort of aborts.values()) abort.abort();
  aborts.clear();
  states.clear();
}

function change(set: string, part: Partial<BacktestState>): void {
  states.set(set, { ...(states.get(set) ?? nothing), ...part });
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
