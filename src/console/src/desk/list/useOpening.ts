import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { detailQuery } from "~/api/queries";
import type { InteractionSummary } from "~/api/types";
import { withoutView } from "../search";

/** Opens items: the row is marked at once, the page follows, and the next item is fetched ahead. */
export function useOpening(items: InteractionSummary[] | undefined, openId: string | undefined) {
  const navigate = useNavigate({ from: "/desk" });
  const client = useQueryClient();
  const [asked, setAsked] = useState<{ id: string; from: string | undefined } | null>(null);

  // Through a ref, so that the function stays the same and no row is painted again because of it.
  const from = useRef(openId);
  useLayoutEffect(() => {
    from.current = openId;
  }, [openId]);
  const open = useCallback(
    (id: string) => {
      setAsked({ id, from: from.current });
      void navigate({ to: "/desk/$id", params: { id }, search: withoutView, replace: from.current !== undefined });
    },
    [navigate],
  );

  const nextId = openId === undefined ? undefined : items?.[items.findIndex((item) => item.id === openId) + 1]?.id;
  useEffect(() => {
    if (nextId !== undefined) client.query(detailQuery(nextId)).catch(() => undefined); // It is asked for again when it is opened.
  }, [client, nextId]);

  return { open, shownId: asked !== null && asked.from === openId ? asked.id : openId };
}
