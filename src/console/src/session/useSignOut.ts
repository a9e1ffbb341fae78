import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "~/api/client";
import { keys } from "~/api/queries";

export function useSignOut(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  return () =>
    void api.DELETE("/api/session").finally(async () => {
      client.setQueryData(keys.session, null);
      await navigate({ to: "/sign-in", search: {} });
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
    });
}
