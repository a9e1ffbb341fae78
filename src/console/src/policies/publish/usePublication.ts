import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isStatus } from "~/api/errors";
import type { PolicyProblem, PublicationRequest, VersionView } from "../api";
import { policiesKey, policyKey, policyQuery, publishVersion } from "../queries";

/**
 * Publishes a version unless somebody else published since this person looked. After such a refusal what is in force is read again,
 * and the next attempt goes against that.
 */
export function usePublication(set: string, version: string, seenActive: string, onPublished: (version: VersionView) => void) {
  const client = useQueryClient();
  const [seen, setSeen] = useState(seenActive);
  const [overtaken, setOvertaken] = useState(false);
  const mutation = useMutation({
    mutationFn: (publication: Omit<PublicationRequest, "seenActive">) => publishVersion(set, version, { ...publication, seenActive: seen }),
    onSuccess: async (published) => {
      await Promise.all([client.invalidateQueries({ queryKey: policyKey(set) }), client.invalidateQueries({ queryKey: policiesKey })]);
      onPublished(published);
    },
    onError: async (error) => {
      if (!isStatus(error, 409)) return;
      const { active } = await client.query({ ...policyQuery(set), staleTime: 0 });
      setSeen(active.label);
      setOvertaken(true);
    },
  });
  const refusal: PolicyProblem | null = isStatus(mutation.error, 422) ? mutation.error.problem : null;
  return { ...mutation, seen, overtaken: overtaken && !mutation.isPending, refusal };
}
