import type { InteractionSummary } from "~/api/types";
import type { Translate } from "~/i18n/translate";

/** Whom the rules told that it waits too long; without a known person, only that it went up. */
export function escalatedTo(t: Translate, item: Pick<InteractionSummary, "escalatedTo">): string {
  switch (item.escalatedTo) {
    case "operator":
    case "manager":
    case "owner":
      return t(`row.escalatedTo.${item.escalatedTo}`);
    default:
      return t("row.escalated");
  }
}
