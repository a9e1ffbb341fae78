import { ActionIcon, Button, Menu } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useClock } from "~/time/clock";
import { clockTime } from "~/time/deadline";
import { Icon } from "~/ui/Icon";
import { Mark, type Tone } from "~/ui/Mark";
import type { VersionState, VersionView } from "../api";
import { possibleWith } from "./possible";
import { useVersionActions } from "./useVersionActions";
import { authorOf, versionName, versionTitle } from "./versionName";
import classes from "./VersionCard.module.css";

const tones: Record<VersionState, Tone> = { draft: "high", shadow: "info", active: "plain", scheduled: "accent", retired: "plain" };

interface VersionCardProps {
  set: string;
  version: VersionView;
  canManage: boolean;
  compared: boolean;
  /** Null for the version that the others are compared with. */
  onCompare: (() => void) | null;
  onPublish: (version: VersionView, state?: "active" | "shadow") => void;
}

export function VersionCard({ set, version, canManage, compared, onCompare, onPublish }: VersionCardProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { label, state, inForce, note } = version;
  const actions = useVersionActions(set, version);
  const possible = canManage ? possibleWith(version) : [];
  const [first] = possible;
  const run = {
    publish: () => onPublish(version),
    rollback: () => onPublish(version),
    shadow: () => onPublish(version, "shadow"),
    stopShadow: () => actions.change.mutate("draft"),
    cancelPlan: () => actions.change.mutate("draft"),
    copy: () => actions.copy.mutate(t("policies.versions.copyNote", { version: versionName(t, label) })),
  };
  const error = actions.change.error ?? actions.copy.error ?? actions.download.error;
  const isPending = actions.change.isPending || actions.copy.isPending;
  return (
    <article className={classes.card} data-in-force={inForce || undefined} data-compared={compared || undefined} data-testid={`version-${label}`}>
      <div className={classes.head}>
        <h2>{versionTitle(t, label)}</h2>
        {inForce ? (
          <Mark tone="good" icon="check">
            {t("policies.versions.inForce")}
          </Mark>
        ) : (
          // A platform version below the seller's own is "active" without deciding anything.
          !(state === "active" && version.origin === "platform") && <Mark tone={tones[state]}>{t(`policies.states.${state}`)}</Mark>
        )}
        <Menu position="bottom-end" shadow="md" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" size={34} aria-label={t("policies.versions.more", { version: versionName(t, label) })} data-testid={`menu-${label}`}>
              <Icon name="dots" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {possible.map((action) => (
              <Menu.Item key={action} onClick={run[action]} data-testid={`${action}-${label}`}>
                {t(`policies.versions.${action}`)}
              </Menu.Item>
            ))}
            {possible.length > 0 && <Menu.Divider />}
            <Menu.Item onClick={() => void navigate({ to: "/policies/$set/backtest", params: { set }, search: { version: label } })}>{t("policies.versions.backtest")}</Menu.Item>
            <Menu.Item onClick={() => actions.download.mutate()} data-testid={`download-${label}`}>
              {t("policies.versions.download")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <p className={classes.when}>
        <When version={version} />
      </p>
      {note !== null && note !== "" && <p className={classes.note}>{note}</p>}
      <div className={classes.actions}>
        <Link to="/policies/$set" params={{ set }} search={{ version: label }}>
          {t("policies.versions.open")}
        </Link>
        {onCompare && (
          <button type="button" onClick={onCompare} aria-label={t("policies.versions.compare")} title={t("policies.versions.compare")} data-testid={`compare-${label}`}>
            {t("policies.versions.compareShort")}
          </button>
        )}
        {first !== undefined && first !== "copy" && (
          <Button size="compact-sm" variant={first === "publish" ? "filled" : "default"} loading={isPending} onClick={run[first]} data-testid={`first-${label}`}>
            {t(`policies.versions.${first}`)}
          </Button>
        )}
      </div>
      {error && (
        <p className={classes.failed} role="alert">
          {t("policies.versions.failed", { reason: error.message })}
        </p>
      )}
    </article>
  );
}

function When({ version }: { version: VersionView }) {
  const { t } = useTranslation();
  const { createdAt, effectiveFrom, effectiveTo, state } = version;
  const author = authorOf(version);
  const time = useClock((now) => clockTime(t, createdAt, now));
  const from = useClock((now) => (effectiveFrom === null ? "" : clockTime(t, effectiveFrom, now)));
  const to = useClock((now) => (effectiveTo === null ? "" : clockTime(t, effectiveTo, now)));
  const made = version.origin === "platform" ? t("policies.versions.release", { time }) : author === null ? t("policies.versions.somebody", { time }) : t("policies.versions.by", { name: author, time });
  // The effective time of a draft means nothing, and that of a release is when it was installed.
  const atOnce = effectiveFrom === createdAt && effectiveTo === null;
  const holds = state === "draft" || version.origin === "platform" || atOnce ? null : from !== "" && to !== "" ? t("policies.versions.validFromTo", { from, to }) : from !== "" ? t("policies.versions.validFrom", { from }) : to !== "" ? t("policies.versions.validTo", { to }) : null;
  return (
    <>
      {made}
      {holds !== null && (
        <>
          {" · "}
          {t(`policies.states.${state}`).toLowerCase()} {holds}
        </>
      )}
    </>
  );
}
