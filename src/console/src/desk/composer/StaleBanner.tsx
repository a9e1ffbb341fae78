import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Translate } from "~/i18n/translate";
import { Icon } from "~/ui/Icon";
import type { Change } from "./whatChanged";
import classes from "./Banner.module.css";

interface StaleBannerProps {
  changes: Change[];
  canGoOn: boolean;
  onAcknowledge: () => void;
}

/** The stop before sending: what came in while the answer was being written. */
export function StaleBanner({ changes, canGoOn, onAcknowledge }: StaleBannerProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.banner} data-tone="high" role="alert" data-testid="stale">
      <Icon name="refresh" size={18} />
      <div>
        <p>
          <strong>{t("stale.title")}.</strong> {t("stale.keep")}
        </p>
        <ul>
          {changes.map((change) => (
            <li key={change.kind}>
              {title(t, change)}
              {"text" in change && change.text !== null && change.text !== "" && <blockquote>{change.text}</blockquote>}
            </li>
          ))}
        </ul>
        {canGoOn && (
          <Button size="compact-md" variant="default" onClick={onAcknowledge} data-testid="stale-acknowledge">
            {t("stale.acknowledge")}
          </Button>
        )}
      </div>
    </div>
  );
}

function title(t: Translate, change: Change): string {
  switch (change.kind) {
    case "rating":
      return t("stale.rating", { before: change.before ?? "–", after: change.after ?? "–" });
    case "reply":
      return t("stale.reply", { state: t(`replyState.${change.state}`).toLowerCase() });
    case "assignee":
      return t("stale.assignee", { name: change.name });
    default:
      return t(`stale.${change.kind}`);
  }
}
