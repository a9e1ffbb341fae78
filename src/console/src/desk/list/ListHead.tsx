import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { countsQuery } from "~/api/queries";
import { useLiveStatus } from "~/live/status";
import { useSession } from "~/session/session";
import classes from "./ListHead.module.css";

/** The seller's name, how the day goes in one line, and whether the page is live. */
export function ListHead() {
  const { t } = useTranslation();
  const session = useSession();
  const status = useLiveStatus();
  const counts = useQuery(countsQuery).data;
  const troubles = counts && [
    counts.overdue > 0 && { key: "overdue", text: t("queue.overdue", { count: counts.overdue }) },
    counts.urgent > 0 && { key: "urgent", text: t("queue.urgent", { count: counts.urgent }) },
    counts.needsPerson > 0 && { key: "needsPerson", text: t("queue.needsPerson", { count: counts.needsPerson }) },
  ].filter((each) => each !== false);

  return (
    <header className={classes.head}>
      <div>
        <h2>{session?.seller.name ?? t("app.desk")}</h2>
        <p className={classes.troubles} data-testid="troubles">
          {troubles?.length === 0 && <span>{t("queue.calm")}</span>}
          {troubles?.map(({ key, text }) => (
            <span key={key} data-kind={key}>
              {text}
            </span>
          ))}
          {!counts && <span>&nbsp;</span>}
        </p>
      </div>
      <span className={classes.live} data-status={status} title={t(`live.${status}`)} data-testid="live">
        <span className="visually-hidden">{t(`live.${status}`)}</span>
      </span>
    </header>
  );
}
