import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import { keys } from "~/api/queries";

export type IncidentAction = { do: "retry"; id: string } | { do: "skip"; id: string; outcome: string } | { do: "cancel"; id: string };

/** What a person decides about an incident. Whatever the server answers, what stands on the screen is asked for again. */
export function useIncidentActions(onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: IncidentAction) => {
      const params = { path: { id: action.id } };
      switch (action.do) {
        case "retry":
          return body(api.POST("/api/workflows/incidents/{id}/retry", { params }));
        case "skip":
          return body(api.POST("/api/workflows/incidents/{id}/skip", { params, body: { outcome: action.outcome } }));
        case "cancel":
          return body(api.POST("/api/workflows/incidents/{id}/cancel", { params }));
      }
    },
    onSuccess: () => onDone?.(),
    onSettled: () => {
      for (const queryKey of [keys.instances, keys.incidents, keys.lists, keys.counts, keys.details]) void client.invalidateQueries({ queryKey });
    },
  });
}
