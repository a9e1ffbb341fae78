import { useSyncExternalStore } from "react";

export type LiveStatus = "connecting" | "live" | "polling";

let status: LiveStatus = "connecting";
const listeners = new Set<() => void>();

export function setLiveStatus(next: LiveStatus): void {
  if (next === status) return;
  status = next;
  listeners.forEach((listener) => listener());
}

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(subscribe, () => status);
}

/** How often to ask: rarely while the hub tells us, often when it cannot. */
export function useRefetchInterval(): number {
  return useLiveStatus() === "live" ? 60_000 : 15_000;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
