/** What the open interaction offers to keys and to the command palette; the composer fills it in. */
export interface InteractionActions {
  focusComposer: () => void;
  useDraft: (() => void) | undefined;
  toggleAssignment: (() => void) | undefined;
}

let current: InteractionActions | null = null;
let focusWanted = false;
let openNext: (() => void) | null = null;

export function offerActions(actions: InteractionActions): () => void {
  current = actions;
  if (focusWanted) actions.focusComposer();
  focusWanted = false;
  return () => {
    if (current === actions) current = null;
  };
}

export function currentActions(): InteractionActions | null {
  return current;
}

/** Focuses the composer of the interaction that is being opened, as soon as it is there. */
export function focusComposerSoon(): void {
  focusWanted = true;
}

/** The list says how to get to the next item in it. */
export function offerNext(next: () => void): () => void {
  openNext = next;
  return () => {
    if (openNext === next) openNext = null;
  };
}

export function goToNext(): void {
  openNext?.();
}
