import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, body } from "~/api/client";
import { keys } from "~/api/queries";
import type { InteractionSummary } from "~/api/types";
import { mayAnswer, useSession } from "~/session/session";

/** Takes an item, or gives it back when it is mine. Undefined `toggle` means that this person may not. */
export function useAssignment(item: InteractionSummary) {
  const client = useQueryClient();
  const session = useSession();
  const me = session?.user;
  const mine = me !== undefined && item.assignee?.id === me.id;
  const assign = useMutation({
    mutationFn: (userId: string | null) =>
      body(api.POST("/api/interactions/{id}/assignment", { params: { path: { id: item.id } }, body: { userId } })),
    onSuccess: (detail) => {
      client.setQueryData(keys.detail(item.id), detail);
      void client.invalidateQueries({ queryKey: keys.lists });
      void client.invalidateQueries({ queryKey: keys.counts });
    },
  });
  const toggle = me && mayAnswer(session) && !assign.isPending ? () => assign.mutate(mine ? null : me.id) : undefined;
  return { mine, toggle, pending: assign.isPending, failed: assign.isError };
}
