import { ActionIcon, NativeSelect, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { LoadError } from "~/ui/LoadError";
import type { VersionView } from "../api";
import { comparisonQuery, versionQuery } from "../queries";
import { Changes } from "./Changes";
import { versionTitle } from "./versionName";
import classes from "./VersionsPage.module.css";

export interface Pair {
  from: string;
  to: string;
}

interface DifferenceProps {
  set: string;
  versions: readonly VersionView[];
  pair: Pair;
  onPair: (pair: Pair) => void;
  ref: Ref<HTMLElement>;
}

/** What is different between any two versions, in words. */
export function Difference({ set, versions, pair, onPair, ref }: DifferenceProps) {
  const { t } = useTranslation();
  const { from, to } = pair;
  const { data, error, refetch } = useQuery({ ...comparisonQuery(set, from, to), enabled: from !== to });
  const document = useQuery(versionQuery(set, to)).data?.document;
  const options = versions.map(({ label, state, inForce }) => (
    <option key={label} value={label}>
      {versionTitle(t, label)} ({inForce ? t("policies.versions.inForce").toLowerCase() : t(`policies.states.${state}`).toLowerCase()})
    </option>
  ));
  return (
    <section className={classes.difference} ref={ref} tabIndex={-1} aria-label={t("policies.versions.difference")} data-testid="difference">
      <h2>{t("policies.versions.difference")}</h2>
      <div className={classes.pair}>
        <NativeSelect label={t("policies.versions.was")} value={from} onChange={(event) => onPair({ from: event.currentTarget.value, to })} data-testid="compare-from">
          {options}
        </NativeSelect>
        <ActionIcon variant="subtle" size={36} aria-label={t("policies.versions.swap")} title={t("policies.versions.swap")} onClick={() => onPair({ from: to, to: from })}>
          <Icon name="compare" />
        </ActionIcon>
        <NativeSelect label={t("policies.versions.now")} value={to} onChange={(event) => onPair({ from, to: event.currentTarget.value })} data-testid="compare-to">
          {options}
        </NativeSelect>
      </div>
      {from === to ? (
        <p className={classes.quiet}>{t("policies.versions.pickTwo")}</p>
      ) : data ? (
        <Changes changes={data.changes} document={document} />
      ) : error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <Skeleton height={120} radius={8} />
      )}
    </section>
  );
}
