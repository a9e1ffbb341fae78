import type { ChannelStatus } from "~/api/types";

export function needsAttention({ state, quarantined }: ChannelStatus): boolean {
  return state === "unauthorized" || state === "failing" || quarantined > 0;
}
