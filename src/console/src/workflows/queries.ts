import { queryOptions } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import { keys } from "~/api/queries";

/** What a comparison starts from: the published version, or the newest shipped one. */
export type ComparisonBase = "published" | "base";

const definition = [...keys.workflows, "definition"] as const;

/** The state of a definition; its findings and comparisons lie below it, so that one save makes all of them stale. */
export const definitionKey = (definitionId: string) => [...definition, definitionId] as const;

export function definitionQuery(definitionId: string) {
  return queryOptions({
    queryKey: [...definitionKey(definitionId), "state"],
    queryFn: ({ signal }) => body(api.GET("/api/workflows/definitions/{definitionId}", { signal, params: { path: { definitionId } } })),
  });
}

export function findingsQuery(definitionId: string) {
  return queryOptions({
    queryKey: [...definitionKey(definitionId), "findings"],
    queryFn: ({ signal }) => body(api.GET("/api/workflows/definitions/{definitionId}/findings", { signal, params: { path: { definitionId } } })),
  });
}

export function comparisonQuery(definitionId: string, from: ComparisonBase) {
  return queryOptions({
    queryKey: [...definitionKey(definitionId), "comparison", from],
    queryFn: ({ signal }) =>
      body(api.GET("/api/workflows/definitions/{definitionId}/comparison", { signal, params: { path: { definitionId }, query: { from, to: "latest" } } })),
  });
}

export function samplesQuery(definitionId: string) {
  return queryOptions({
    queryKey: [...keys.workflows, "samples", definitionId],
    queryFn: ({ signal }) => body(api.GET("/api/workflows/samples", { signal, params: { query: { definitionId } } })),
  });
}

export function instanceQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.instances, id],
    queryFn: ({ signal }) => body(api.GET("/api/workflows/instances/{id}", { signal, params: { path: { id } } })),
  });
}

export const incidentsQuery = queryOptions({
  queryKey: keys.incidents,
  queryFn: ({ signal }) => body(api.GET("/api/workflows/incidents", { signal })),
});
