import { useQuery } from "@tanstack/react-query";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { PolicyCheck } from "../api";
import { checkQuery } from "../queries";

const pause = 300;

export interface Checking {
  /** What the server said last; of an older text while the next answer is on its way. */
  check: PolicyCheck | null;
  isChecking: boolean;
  error: Error | null;
  /** The last sentences that there were: a text that cannot be read for a moment does not take them away. */
  sentences: Record<string, string>;
  again: () => void;
}

/** Checks the text whenever it has rested for a moment. */
export function useCheck(set: string, text: string): Checking {
  const [settled] = useDebouncedValue(text, pause);
  const { data, error, isFetching, refetch } = useQuery(checkQuery(set, settled));
  const [sentences, setSentences] = useState<Record<string, string>>({});
  if (data?.readable === true && data.sentences !== sentences) setSentences(data.sentences);
  return { check: data ?? null, isChecking: isFetching || settled !== text, error, sentences, again: () => void refetch() };
}
