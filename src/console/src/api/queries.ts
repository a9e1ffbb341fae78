import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, body } from "./client";
import { isStatus } from "./errors";
import { shareById } from "./shareById";
import type { Channel, Priority, Queue, Session } from "./types";

export interface ListFilter {
  queue: Queue;
  channel?: Channel | undefined;
  priority?: Priority | undefined;
  search?: string | undefined;
  mine?: boolean | undefined;
}

const pageSize = 50;

export const keys = {
  session: ["session"],
  lists: ["interactions"],
  counts: ["counts"],
  detail: (id: string) => ["interaction", id],
  details: ["interaction"],
  channels: ["channels"],
  workflows: ["workflows"],
  incidents: ["workflows", "incidents"],
  instances: ["workflows", "instance"],
} as const;

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await body(api.GET("/api/session", { signal }));
    } catch (error) {
      if (isStatus(error, 401)) return null;
      throw error;
    }
  },
});

export function listQuery(filter: ListFilter) {
  return infiniteQueryOptions({
    queryKey: [...keys.lists, filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      body(
        api.GET("/api/interactions", {
          signal,
          params: {
            query: {
              queue: filter.queue,
              limit: pageSize,
              ...(filter.channel && { channel: filter.channel }),
              ...(filter.priority && { priority: filter.priority }),
              ...(filter.search && { search: filter.search }),
              ...(filter.mine && { assignee: "me" }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    structuralSharing: shareById,
  });
}

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) => body(api.GET("/api/interactions/counts", { signal })),
  placeholderData: keepPreviousData,
});

export function detailQuery(id: string) {
  return queryOptions({
    queryKey: keys.detail(id),
    queryFn: ({ signal }) => body(api.GET("/api/interactions/{id}", { signal, params: { path: { id } } })),
  });
}

export const channelsQuery = queryOptions({
  queryKey: keys.channels,
  queryFn: ({ signal }) => body(api.GET("/api/channels", { signal })),
});
