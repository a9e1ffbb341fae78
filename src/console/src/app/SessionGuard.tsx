import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { onSessionEnded } from "~/api/client";
import { keys } from "~/api/queries";
import { askSignInOver } from "~/session/signInOver";
import { router } from "./router";

/**
 * An ended session leads to sign-in and back to the same place; what was typed waits in local storage. A page that
 * must not be left, because a frame in it holds unsaved work, asks for sign-in itself.
 */
export function SessionGuard({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  useEffect(
    () =>
      onSessionEnded(() => {
        const { pathname, href } = router.state.location;
        if (pathname === "/sign-in" || askSignInOver(false)) return;
        client.setQueryData(keys.session, null);
        void router.navigate({ to: "/sign-in", search: { back: href, expired: true } });
      }),
    [client],
  );
  return children;
}
