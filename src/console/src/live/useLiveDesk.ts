import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys } from "~/api/queries";
import type { InteractionDetail } from "~/api/types";
import { coalesce } from "./coalesce";
import { setLiveStatus } from "./status";

interface InteractionChanged {
  id: string;
  revision: number;
}

const listsAtMostEvery = 1_000;
const longestPause = 30_000;

/** Keeps the pages fresh over the hub for as long as the component lives; the queries poll when the hub is away. */
export function useLiveDesk(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    void listen(client, stop.signal);
    return () => stop.abort();
  }, [client]);
}

async function listen(client: QueryClient, stop: AbortSignal): Promise<void> {
  // Loaded after the first paint: the desk is usable before it is live.
  const { HttpTransportType, HubConnectionBuilder, LogLevel } = await import("@microsoft/signalr");
  const hub = new HubConnectionBuilder()
    .withUrl("/hubs/desk", HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents)
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => pause(previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();

  const lists = coalesce(() => {
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: keys.counts });
    // An interaction changes when its workflow goes on or stops.
    void client.invalidateQueries({ queryKey: keys.instances });
    void client.invalidateQueries({ queryKey: keys.incidents });
  }, listsAtMostEvery);

  hub.on("interactionChanged", ({ id, revision }: InteractionChanged) => {
    const known = client.getQueryData<InteractionDetail>(keys.detail(id));
    if (known && known.revision < revision) void client.invalidateQueries({ queryKey: keys.detail(id) });
    lists.ask();
  });
  hub.on("countsChanged", lists.ask);
  hub.on("channelChanged", () => void client.invalidateQueries({ queryKey: keys.channels }));
  hub.onreconnecting(() => setLiveStatus("polling"));
  hub.onreconnected(() => {
    setLiveStatus("live");
    refreshAll(client);
  });

  stop.addEventListener("abort", () => {
    lists.stop();
    void hub.stop();
  });
  for (let failures = 0; !stop.aborted; failures++) {
    try {
      await hub.start();
      setLiveStatus("live");
      if (failures > 0) refreshAll(client);
      return;
    } catch {
      setLiveStatus("polling");
      await new Promise((resume) => setTimeout(resume, pause(failures)));
    }
  }
}

/** What happened while the hub was away is not sent again, so everything on the screen is asked for. */
function refreshAll(client: QueryClient): void {
  for (const queryKey of [keys.lists, keys.counts, keys.details, keys.channels, keys.workflows]) void client.invalidateQueries({ queryKey });
}

function pause(failures: number): number {
  return Math.min(longestPause, 1_000 * 2 ** failures);
}
