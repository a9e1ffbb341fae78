import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@mantine/hooks";
import { api, body } from "~/api/client";
import type { ReplyCheck, Violation } from "~/api/types";

export interface CheckState {
  result: ReplyCheck | undefined;
  /** The result is about exactly the text that stands in the composer. */
  current: boolean;
  failed: boolean;
}

const pauseInTyping = 350;

/** Asks the guardrails about the text as it is written. */
export function useReplyCheck(interactionId: string, text: string, language: string): CheckState {
  const [settled] = useDebouncedValue(text, pauseInTyping);
  const wanted = settled.trim() !== "";
  const check = useQuery({
    queryKey: ["reply-check", interactionId, language, settled],
    enabled: wanted,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const trimmed = settled.trim();
      const result = await body(
        api.POST("/api/interactions/{id}/reply-check", { signal, params: { path: { id: interactionId } }, body: { text: trimmed } }),
      );
      return shifted(result, settled.length - settled.trimStart().length);
    },
  });
  return {
    result: wanted ? check.data : undefined,
    current: settled === text && check.isSuccess && !check.isPlaceholderData,
    failed: wanted && check.isError,
  };
}

/** The server looks at the trimmed text; the places must fit the text with the white space in front. */
export function shifted(check: ReplyCheck, by: number): ReplyCheck {
  const move = (remark: Violation) => ({ ...remark, start: remark.start + by });
  return by === 0 ? check : { ...check, violations: check.violations.map(move), warnings: check.warnings.map(move) };
}
