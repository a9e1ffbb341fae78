import { useSyncExternalStore } from "react";

/** What an ended session needs on a page that must not be left for it: nothing, sign-in, or sign-in before unsaved work can be saved. */
export type SignInNeed = "none" | "wanted" | "unsaved";

let need: SignInNeed = "none";
let hosts = 0;
const listeners = new Set<() => void>();
const resumed = new Set<() => void>();

/** Asks for sign-in over the page. False when the page has no such dialog: then the way leads to the sign-in page. */
export function askSignInOver(unsaved: boolean): boolean {
  if (hosts === 0) return false;
  set(unsaved || need === "unsaved" ? "unsaved" : "wanted");
  return true;
}

/** The same person is back: whatever was refused is repeated. */
export function signedInOver(): void {
  set("none");
  resumed.forEach((listener) => listener());
}

/** What was not saved is given up: nothing is repeated, and the page may be left. */
export function giveUpUnsaved(): void {
  set("none");
}

export function isUnsaved(): boolean {
  return need === "unsaved";
}

export function onSignedInOver(listener: () => void): () => void {
  resumed.add(listener);
  return () => resumed.delete(listener);
}

/** Says that the page shows the dialog for as long as it stands. */
export function hostSignInOver(): () => void {
  hosts++;
  return () => {
    hosts--;
    if (hosts === 0) set("none");
  };
}

export function useSignInNeed(): SignInNeed {
  return useSyncExternalStore(subscribe, () => need);
}

function set(next: SignInNeed): void {
  if (next === need) return;
  need = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
