import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefetchInterval } from "~/live/status";
import { Icon } from "~/ui/Icon";
import { LoadError } from "~/ui/LoadError";
import type { PolicySetView, VersionView } from "../api";
import { PageHead } from "../PageHead";
import { policyQuery } from "../queries";
import { PublishDialog } from "../publish/PublishDialog";
import { Difference } from "./Difference";
import { NewerPlatform } from "./NewerPlatform";
import { PlatformDialog } from "./PlatformDialog";
import { ShadowPanel } from "./ShadowPanel";
import { VersionCard } from "./VersionCard";
import { versionName } from "./versionName";
import classes from "./VersionsPage.module.css";

export function VersionsPage() {
  const { set } = useParams({ from: "/inside/policies/$set/versions" });
  return <Versions key={set} set={set} />;
}

function Versions({ set }: { set: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ ...policyQuery(set), refetchInterval: useRefetchInterval() });
  const title = data ? t("policies.versions.titleOf", { title: data.title }) : t("policies.versions.title");

  useEffect(() => {
    document.title = `${title} · AgentIQ`;
  }, [title]);

  return (
    <>
      {data ? (
        <Loaded policy={data} title={title} />
      ) : (
        <>
          <PageHead set={set} title={title} />
          {error ? <LoadError error={error} onRetry={refetch} /> : <Skeleton height={220} radius={10} m="lg" w="auto" />}
        </>
      )}
    </>
  );
}

type Open = { what: "publish"; version: VersionView; state: "active" | "shadow" } | { what: "platform" } | null;

function Loaded({ policy, title }: { policy: PolicySetView; title: string }) {
  const { t } = useTranslation();
  const { name: set, versions, active, canManage } = policy;
  const [open, setOpen] = useState<Open>(null);
  const [pair, setPair] = useState(() => firstPair(policy));
  const difference = useRef<HTMLElement>(null);
  const close = () => setOpen(null);
  const compare = (from: string, to: string) => {
    setPair({ from, to });
    // On a phone the difference stands below the list.
    difference.current?.scrollIntoView({ block: "nearest" });
    difference.current?.focus({ preventScroll: true });
  };
  const publishes = (version: VersionView, state: "active" | "shadow" = "active") => setOpen({ what: "publish", version, state });
  const isBack = open?.what === "publish" && open.state === "active" && ["retired", "active"].includes(open.version.state);

  return (
    <>
      <PageHead set={set} title={title} note={t("policies.versions.lead")}>
        {canManage && active.origin === "seller" && (
          <Button variant="default" size="compact-md" leftSection={<Icon name="refresh" size={16} />} onClick={() => setOpen({ what: "platform" })} data-testid="to-platform">
            {t("policies.versions.toPlatform")}
          </Button>
        )}
      </PageHead>
      <div className={classes.page} tabIndex={0} data-testid="versions">
        <div className={classes.list}>
          <NewerPlatform policy={policy} onCompare={compare} />
          <ShadowPanel set={set} canManage={canManage} onPublish={(label) => {
            const version = versions.find((each) => each.label === label);
            if (version) publishes(version);
          }} />
          <ol>
            {versions.map((version) => (
              <li key={version.label}>
                <VersionCard
                  set={set}
                  version={version}
                  canManage={canManage}
                  compared={version.label === pair.from || version.label === pair.to}
                  onCompare={version.label === active.label ? null : () => compare(active.label, version.label)}
                  onPublish={publishes}
                />
              </li>
            ))}
          </ol>
        </div>
        <Difference ref={difference} set={set} versions={versions} pair={pair} onPair={setPair} />
      </div>
      {open?.what === "platform" && <PlatformDialog set={set} onClose={close} />}
      {open?.what === "publish" && (
        <PublishDialog
          set={set}
          version={open.version.label}
          seenActive={active.label}
          state={open.state}
          {...(isBack && { note: t("policies.publish.rollbackNote", { version: versionName(t, open.version.label) }) })}
          onClose={close}
          onPublished={close}
        />
      )}
    </>
  );
}

/** What one most likely wants to see: what the newest changes in what is in force, or what the last publication changed. */
function firstPair({ versions, active, newest }: PolicySetView): { from: string; to: string } {
  if (newest.label !== active.label) return { from: active.label, to: newest.label };
  const earlier = versions.find(({ label }) => label !== active.label);
  return { from: earlier?.label ?? active.label, to: active.label };
}
