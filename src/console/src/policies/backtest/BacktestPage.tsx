import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "~/session/session";
import { LoadError } from "~/ui/LoadError";
import { PageHead } from "../PageHead";
import { policyQuery, versionQuery } from "../queries";
import { loadUnsaved } from "../unsaved";
import { versionTitle } from "../versions/versionName";
import { BacktestPanel } from "./BacktestPanel";
import classes from "./BacktestPanel.module.css";

/** The value of the choice that means the editor's text; no label of a version is empty. */
const unsavedText = "";

export function BacktestPage() {
  const { set } = useParams({ from: "/inside/policies/$set/backtest" });
  return <Backtest key={set} set={set} />;
}

function Backtest({ set }: { set: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: "/policies/$set/backtest" });
  const { version } = useSearch({ from: "/inside/policies/$set/backtest" });
  const userId = useSession()?.user.id ?? "";
  const { data, error, refetch } = useQuery(policyQuery(set));
  const unsaved = loadUnsaved(userId, set);
  const chosen = version ?? (unsaved ? unsavedText : (data?.documentVersion ?? ""));
  const usesUnsaved = chosen === unsavedText && unsaved !== null;
  const saved = useQuery({ ...versionQuery(set, chosen), enabled: chosen !== unsavedText });
  const title = t("policies.backtest.title");

  useEffect(() => {
    document.title = `${title} · ${data?.title ?? set} · AgentIQ`;
  }, [title, data, set]);

  if (!data && error) return <LoadError error={error} onRetry={refetch} />;
  return (
    <>
      <PageHead set={set} title={data ? `${title}: ${data.title}` : title} note={t("policies.backtest.lead")} />
      <div className={classes.page} tabIndex={0} data-testid="backtest">
        <div className={classes.column}>
          {data && (
            <NativeSelect
              className={classes.what}
              label={t("policies.backtest.what")}
              value={chosen}
              onChange={({ currentTarget: { value } }) => void navigate({ search: value === unsavedText ? {} : { version: value }, replace: true })}
              data-testid="backtest-what"
            >
              {unsaved && <option value={unsavedText}>{t("policies.backtest.unsaved")}</option>}
              {data.versions.map(({ label, state, note }) => (
                <option key={label} value={label}>
                  {t("policies.backtest.versionState", { version: versionTitle(t, label), state: t(`policies.states.${state}`).toLowerCase() })}
                  {note === null ? "" : ` – ${note}`}
                </option>
              ))}
            </NativeSelect>
          )}
          {saved.error && !usesUnsaved && <LoadError error={saved.error} onRetry={saved.refetch} />}
          <BacktestPanel set={set} document={usesUnsaved ? unsaved.document : saved.data?.document} version={usesUnsaved ? null : chosen} />
        </div>
      </div>
    </>
  );
}
