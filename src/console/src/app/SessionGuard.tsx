import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { onSessionEnded } from "~/api/client";
import { keys } from "~/api/queries";
import { router } from "./router";

/** An ended session leads to sign-in and back to the same place; what was typed waits in local storage. */
export function SessionGuard({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  useEffect(
    () =>
      onSessionEnded(() => {
        const { pathname, href } = router.state.location;
        if (pathname === "/sign-in") return;
        client.setQueryData(keys.session, null);
        void router.navigate({ to: "/sign-in", search: { back: href, expired: true } });
      }),
    [client],
  );
  return children;
}
