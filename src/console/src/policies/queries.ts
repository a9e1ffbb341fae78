import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { body } from "~/api/client";
import { currentLanguage } from "~/i18n/language";
import { policyApi, type PublicationRequest } from "./api";

const root = ["policies"] as const;

/** Everything about one set lies below its key, so that one save or publication makes all of it stale. */
export const policyKey = (set: string) => [...root, "set", set] as const;
export const policiesKey = [...root, "list"] as const;

export const policiesQuery = queryOptions({
  queryKey: policiesKey,
  queryFn: ({ signal }) => body(policyApi.GET("/api/policies", { signal })),
});

/** Titles and labels come in the language of the page, so it is part of the key. */
export function catalogueQuery() {
  return queryOptions({
    queryKey: [...root, "catalogue", currentLanguage()],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => body(policyApi.GET("/api/policies/catalogue", { signal })),
  });
}

export function policyQuery(set: string) {
  return queryOptions({
    queryKey: [...policyKey(set), "state", currentLanguage()],
    queryFn: ({ signal }) => body(policyApi.GET("/api/policies/{set}", { signal, params: { path: { set } } })),
  });
}

export function versionQuery(set: string, label: string) {
  return queryOptions({
    queryKey: [...policyKey(set), "version", label],
    queryFn: ({ signal }) => body(policyApi.GET("/api/policies/{set}/versions/{label}", { signal, params: { path: { set, label } } })),
  });
}

export function comparisonQuery(set: string, from: string, to: string) {
  return queryOptions({
    queryKey: [...policyKey(set), "comparison", from, to, currentLanguage()],
    queryFn: ({ signal }) => body(policyApi.GET("/api/policies/{set}/comparison", { signal, params: { path: { set }, query: { from, to } } })),
  });
}

/** What a text that nobody saved changes in a version. */
export function draftComparisonQuery(set: string, from: string, document: string) {
  return queryOptions({
    queryKey: [...policyKey(set), "comparison", from, document, currentLanguage()],
    queryFn: ({ signal }) => body(policyApi.POST("/api/policies/{set}/comparison", { signal, params: { path: { set } }, body: { from, document } })),
    gcTime: 60_000,
  });
}

/** Findings, sentences and examples of a text; nothing of it is stored. The last answer stands until the next one came. */
export function checkQuery(set: string, document: string) {
  return queryOptions({
    queryKey: [...policyKey(set), "check", document, currentLanguage()],
    queryFn: ({ signal }) => body(policyApi.POST("/api/policies/{set}/check", { signal, params: { path: { set } }, body: { document } })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

export function shadowQuery(set: string) {
  return queryOptions({
    queryKey: [...policyKey(set), "shadow", currentLanguage()],
    queryFn: ({ signal }) => body(policyApi.GET("/api/policies/{set}/shadow", { signal, params: { path: { set } } })),
  });
}

export function explanationQuery(interactionId: string, decisionId: string) {
  return queryOptions({
    queryKey: [...root, "explanation", interactionId, decisionId, currentLanguage()],
    queryFn: ({ signal }) =>
      body(policyApi.GET("/api/interactions/{id}/decisions/{decisionId}/explanation", { signal, params: { path: { id: interactionId, decisionId } } })),
  });
}

export const saveVersion = (set: string, document: string, note: string) =>
  body(policyApi.POST("/api/policies/{set}/versions", { params: { path: { set } }, body: { document, note } }));

export const publishVersion = (set: string, label: string, publication: PublicationRequest) =>
  body(policyApi.POST("/api/policies/{set}/versions/{label}/publication", { params: { path: { set, label } }, body: publication }));

export const returnToPlatform = (set: string, note: string) =>
  body(policyApi.POST("/api/policies/{set}/platform", { params: { path: { set } }, body: { note } }));

export const convertRow = (set: string, request: { document: string; table: string; row: string; to: "cells" | "condition" }) =>
  body(policyApi.POST("/api/policies/{set}/conversion", { params: { path: { set } }, body: request }));

export const evaluate = (set: string, document: string | null, facts: Record<string, unknown>) =>
  body(policyApi.POST("/api/policies/{set}/evaluation", { params: { path: { set } }, body: { document, facts } }));
