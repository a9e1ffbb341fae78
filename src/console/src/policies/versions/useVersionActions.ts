import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { VersionView } from "../api";
import { policiesKey, policyKey, publishVersion, saveVersion, versionQuery } from "../queries";
import { downloadJson } from "./downloadJson";

/** What is done with a version at once, without a dialog. */
export function useVersionActions(set: string, { label }: VersionView) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const text = () => client.query({ ...versionQuery(set, label), staleTime: "static" });
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: policyKey(set) }), client.invalidateQueries({ queryKey: policiesKey })]);
  return {
    /** Stops a shadow trial or calls a planned publication off: the version is a draft again. */
    change: useMutation({
      mutationFn: (state: "draft" | "retired") => publishVersion(set, label, { state, effectiveFrom: null, effectiveTo: null, note: "" }),
      onSettled: refresh,
    }),
    /** A draft of the seller with the same text, opened in the editor. */
    copy: useMutation({
      mutationFn: async (note: string) => saveVersion(set, (await text()).document, note),
      onSuccess: async () => {
        await refresh();
        await navigate({ to: "/policies/$set", params: { set } });
      },
    }),
    download: useMutation({ mutationFn: async () => downloadJson(`${set}-${label}`, (await text()).document) }),
  };
}
