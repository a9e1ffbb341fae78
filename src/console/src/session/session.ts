import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "~/api/queries";
import type { Session } from "~/api/types";

/** The session of a page behind sign-in. The router lets nobody in without one. */
export function useSession(): Session | null {
  return useQuery(sessionQuery).data ?? null;
}

/** Everyone but an analyst answers and takes items. */
export function mayAnswer(session: Session | null): boolean {
  return session !== null && session.user.role !== "analyst";
}

/** Owners and managers change workflows and solve incidents; everybody may look. */
export function mayEditWorkflows(session: Session | null): boolean {
  return session?.user.role === "owner" || session?.user.role === "manager";
}
