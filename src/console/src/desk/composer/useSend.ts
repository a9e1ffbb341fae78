import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import { isStaleRevision } from "~/api/errors";
import { keys } from "~/api/queries";
import type { InteractionDetail } from "~/api/types";
import { whatChanged } from "./whatChanged";

export interface Outgoing {
  text: string;
  /** The interaction as the sender has read it. */
  read: InteractionDetail;
}

/**
 * Sends a reply against the revision that was read. When the revision is stale but nothing that matters to the
 * answer has changed (a draft was made, a clock ran out), it sends again against the current one; otherwise the
 * person decides.
 */
export function useSend(id: string, me: string) {
  const client = useQueryClient();

  const post = ({ text }: Outgoing, revision: number) =>
    body(api.POST("/api/interactions/{id}/replies", { params: { path: { id } }, body: { text: text.trim(), revision } }));

  return useMutation({
    mutationKey: ["send", id],
    mutationFn: async (outgoing: Outgoing): Promise<InteractionDetail> => {
      try {
        return await post(outgoing, outgoing.read.revision);
      } catch (error) {
        if (!isStaleRevision(error)) throw error;
        const current = await body(api.GET("/api/interactions/{id}", { params: { path: { id } } }));
        client.setQueryData(keys.detail(id), current);
        const harmless = current.canReply && current.revision !== outgoing.read.revision && whatChanged(outgoing.read, current, me).length === 0;
        if (!harmless) throw error;
        return await post(outgoing, current.revision);
      }
    },
    onSuccess: (detail) => {
      client.setQueryData(keys.detail(id), detail);
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
    },
  });
}
