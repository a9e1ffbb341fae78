import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import { useRefetchInterval } from "~/live/status";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Samples } from "../backtest/Samples";
import { Shifts } from "../backtest/Shifts";
import { share } from "../backtest/shiftTable";
import { policiesKey, policyKey, publishVersion, shadowQuery } from "../queries";
import { versionTitle } from "./versionName";
import classes from "./ShadowPanel.module.css";

interface ShadowPanelProps {
  set: string;
  canManage: boolean;
  onPublish: (label: string) => void;
}

/** How the version that decides in the shadow has differed so far; nothing when there is none. */
export function ShadowPanel({ set, canManage, onPublish }: ShadowPanelProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data } = useQuery({ ...shadowQuery(set), refetchInterval: useRefetchInterval() });
  const since = useClock((now) => (data?.since ? clockTime(t, data.since, now) : ""));
  const label = data?.version ?? null;
  const stop = useMutation({
    mutationFn: (version: string) => publishVersion(set, version, { state: "draft", effectiveFrom: null, effectiveTo: null, note: "" }),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: policyKey(set) }), client.invalidateQueries({ queryKey: policiesKey })]),
  });
  if (!data || label === null) return null;
  const { decisions, differing, outputs, samples } = data;
  const count = (number: number) => number.toLocaleString(currentLanguage());
  return (
    <section className={classes.panel} data-testid="shadow">
      <h2>{t("policies.versions.shadowTitle")}</h2>
      <p>{t("policies.versions.shadowOf", { version: versionTitle(t, label), since })}</p>
      <p className={classes.figure}>
        {decisions === 0
          ? t("policies.versions.shadowNone")
          : differing === 0
            ? t("policies.versions.shadowSame", { decisions: count(decisions) })
            : t("policies.versions.shadowCount", { differing: count(differing), decisions: count(decisions), share: share(differing, decisions, currentLanguage()) })}
      </p>
      {differing > 0 && (
        <details>
          <summary>{t("policies.backtest.more")}</summary>
          <div className={classes.more}>
            <Shifts outputs={outputs} />
            {samples.length > 0 && <Samples samples={samples} />}
          </div>
        </details>
      )}
      {canManage && (
        <div className={classes.actions}>
          <Button size="compact-sm" onClick={() => onPublish(label)}>
            {t("policies.versions.shadowPublish")}
          </Button>
          <Button size="compact-sm" variant="default" loading={stop.isPending} onClick={() => stop.mutate(label)} data-testid="shadow-stop">
            {t("policies.versions.shadowStop")}
          </Button>
        </div>
      )}
      {stop.error && (
        <p className={classes.failed} role="alert">
          {t("policies.versions.failed", { reason: stop.error.message })}
        </p>
      )}
    </section>
  );
}
