import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { detailQuery, listQuery } from "~/api/queries";
import { useLiveStatus } from "~/live/status";
import { LoadError } from "~/ui/LoadError";
import { Composer } from "../composer/Composer";
import { ContextPanel } from "../context/ContextPanel";
import { filterOf, withoutView } from "../search";
import { DetailHead } from "./DetailHead";
import { DetailSkeleton } from "./DetailSkeleton";
import { InteractionCard } from "./InteractionCard";
import { ReplyCard } from "./ReplyCard";
import classes from "./DetailPage.module.css";

export function DetailPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/inside/desk/$id" });
  const search = useSearch({ from: "/inside/desk" });
  const navigate = useNavigate({ from: "/desk/$id" });
  const live = useLiveStatus() === "live";
  const query = useQuery({ ...detailQuery(id), refetchInterval: live ? false : 15_000 });
  const detail = query.data;
  // Until the whole is here, the head shows what the list already knows.
  const summary = useInfiniteQuery({ ...listQuery(filterOf(search)), enabled: false }).data?.pages.flatMap((page) => page.items).find((item) => item.id === id);
  const known = detail ?? summary;

  // On a phone the row that was pressed is gone from the screen; the reading goes on at the title.
  const shown = known !== undefined;
  useEffect(() => {
    if (shown && document.activeElement === document.body && window.matchMedia("(max-width: 47.99em)").matches) {
      document.querySelector<HTMLElement>("[data-detail-title]")?.focus();
    }
  }, [id, shown]);

  const show = (view: "reasons" | undefined) =>
    void navigate({ to: "/desk/$id", params: { id }, search: (now) => ({ ...withoutView(now), ...(view && { view }) }) });
  const toList = () => void navigate({ to: "/desk", search: withoutView });

  return (
    <div className={classes.page} data-view={search.view ?? "detail"}>
      <section className={classes.detail} aria-label={t("detail.label")} data-testid="detail" key={id}>
        {known && (
          <DetailHead
            item={known}
            cabinetUrl={detail?.sellerCabinetUrl ?? null}
            processId={detail?.workflowInstanceId ?? null}
            isTrial={detail?.isSandbox ?? false}
            onBack={toList}
            onReasons={() => show("reasons")}
          />
        )}
        {query.error && !detail ? (
          <LoadError error={query.error} onRetry={query.refetch} />
        ) : detail ? (
          <>
            <div className={classes.scroll}>
              <InteractionCard detail={detail} />
              <ReplyCard detail={detail} />
            </div>
            <Composer detail={detail} key={id} />
          </>
        ) : (
          <DetailSkeleton />
        )}
      </section>
      <section className={classes.context} aria-label={t("reasons.label")}>
        {detail && <ContextPanel detail={detail} onBack={() => show(undefined)} />}
      </section>
    </div>
  );
}
