import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { countsQuery } from "~/api/queries";
import { useRefetchInterval } from "~/live/status";
import { ListColumn } from "./list/ListColumn";
import classes from "./DeskPage.module.css";

/** Three columns on a desk, one at a time on a phone: the address says which. */
export function DeskPage() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false });
  const { view } = useSearch({ from: "/inside/desk" });
  const waiting = useQuery({ ...countsQuery, refetchInterval: useRefetchInterval() }).data?.needsReply ?? 0;

  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ""}${t("app.desk")} · AgentIQ`;
  }, [t, waiting]);

  const shown = id === undefined ? "list" : view === "reasons" ? "reasons" : "detail";
  return (
    <div className={classes.desk} data-shown={shown}>
      <h1 className="visually-hidden">{t("app.desk")}</h1>
      <section className={classes.list} aria-label={t("app.desk")}>
        <ListColumn openId={id} />
      </section>
      <Outlet />
    </div>
  );
}
