import type { VersionView } from "../api";

export type VersionAction = "publish" | "rollback" | "shadow" | "stopShadow" | "cancelPlan" | "copy";

/** What a manager can do with a version, the most likely first. Platform versions change by releases alone; they can be copied. */
export function possibleWith({ origin, state, inForce }: VersionView): VersionAction[] {
  if (origin === "platform") return ["copy"];
  switch (state) {
    case "draft":
      return ["publish", "shadow"];
    case "shadow":
      return ["publish", "stopShadow"];
    case "scheduled":
      return ["publish", "cancelPlan"];
    case "active":
      return inForce ? [] : ["rollback"];
    case "retired":
      return ["rollback", "shadow"];
  }
}
