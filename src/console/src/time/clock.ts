import { useSyncExternalStore } from "react";

const skewThatMatters = 5_000;
let offset = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Milliseconds since the epoch by the server's clock: deadlines must not depend on how a workplace is set. */
export function now(): number {
  return Date.now() + offset;
}

/** Learns the difference between our clock and the server's from the `Date` of an answer (whole seconds). */
export function observeServerTime(date: string | null, local: number): void {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server)) return;
  const difference = server - local;
  offset = Math.abs(difference) > skewThatMatters ? difference : 0;
}

/** A value that depends on the time; the component is painted again only when that value changes. */
export function useClock<T extends string | number | boolean>(read: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => read(now()));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((each) => each()), 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}
