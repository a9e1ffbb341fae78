import type { InteractionSummary } from "~/api/types";
import type { Translate } from "~/i18n/translate";

/**
 * Whom the rules told that it waits too long; without a known person, only that it went up. `passedTo` is the short form, for beside an arrow
 * that points up.
 */
export function escalatedTo(t: Translate, item: Pick<InteractionSummary, "escalatedTo">, words: "escalatedTo" | "passedTo" = "escalatedTo"): string {
  switch (item.escalatedTo) {
    case "operator":
    case "manager":
    case "owner":
      return t(`row.${words}.${item.escalatedTo}`);
    default:
      return t("row.escalated");
  }
}
