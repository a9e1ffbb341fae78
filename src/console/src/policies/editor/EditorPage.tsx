import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "~/session/session";
import { LoadError } from "~/ui/LoadError";
import { catalogueQuery, policyQuery, versionQuery } from "../queries";
import { loadUnsaved } from "../unsaved";
import { EditorSkeleton } from "./EditorSkeleton";
import { OpenedText } from "./OpenedText";

export function EditorPage() {
  const { set } = useParams({ from: "/inside/policies/$set" });
  const { version } = useSearch({ from: "/inside/policies/$set" });
  return <Opening key={`${set} ${version ?? ""}`} set={set} version={version} />;
}

/** Fetches what the editor needs. What comes later changes nothing of what a person is writing. */
function Opening({ set, version }: { set: string; version: string | undefined }) {
  const { t } = useTranslation();
  const session = useSession();
  const policy = useQuery(policyQuery(set));
  const catalogue = useQuery(catalogueQuery());
  const opened = useQuery({ ...versionQuery(set, version ?? ""), enabled: version !== undefined });

  const title = policy.data?.title;
  useEffect(() => {
    document.title = `${title ?? t("policies.title")} · AgentIQ`;
  }, [t, title]);

  const failed = [policy, catalogue, opened].find(({ error, data }) => error !== null && data === undefined);
  if (failed) return <LoadError error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!policy.data || !catalogue.data || !session || (version !== undefined && !opened.data)) return <EditorSkeleton />;
  const text = opened.data?.document ?? policy.data.document;
  return (
    <OpenedText
      policy={policy.data}
      catalogue={catalogue.data}
      userId={session.user.id}
      text={text}
      from={opened.data?.version.label ?? policy.data.documentVersion}
      unsaved={policy.data.canManage ? loadUnsaved(session.user.id, set) : null}
    />
  );
}
