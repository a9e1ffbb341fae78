import { useState } from "react";
import type { InteractionDetail } from "~/api/types";
import { type Change, whatChanged } from "./whatChanged";

/**
 * The interaction as the writer has read it. It follows the server by itself while nothing is written or nothing
 * that matters has changed, and otherwise waits until the writer says that the news has been read.
 */
export function useRead(detail: InteractionDetail, me: string, writing: boolean) {
  const [read, setRead] = useState(detail);
  const changes: Change[] = read === detail ? [] : whatChanged(read, detail, me);
  if (read !== detail && (!writing || changes.length === 0)) setRead(detail);
  return { read, changes: writing ? changes : [], acknowledge: () => setRead(detail) };
}
