import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isStatus } from "~/api/errors";
import { useRefetchInterval } from "~/live/status";
import { LoadError } from "~/ui/LoadError";
import { Strip } from "../bar/Strip";
import { StudioFrame } from "../frame/StudioFrame";
import { useStudioFrame } from "../frame/useStudioFrame";
import { type ComparisonBase, definitionKey, definitionQuery, findingsQuery } from "../queries";
import { ComparisonDrawer } from "./ComparisonDrawer";
import { DefinitionBar } from "./DefinitionBar";
import { FindingsPanel } from "./FindingsPanel";
import { RunDialog } from "./RunDialog";
import classes from "./DefinitionPage.module.css";

export function DefinitionPage() {
  const { definitionId } = useParams({ from: "/inside/workflows/definitions/$definitionId" });
  return <Definition key={definitionId} definitionId={definitionId} />;
}

type Open = { what: "comparison"; from: ComparisonBase } | { what: "run" } | null;

/** The editor in its frame, with what the designer cannot show around it. */
function Definition({ definitionId }: { definitionId: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const [checking, setChecking] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);
  const [hidesNewer, setHidesNewer] = useState(false);
  const { data: definition, error, refetch } = useQuery({ ...definitionQuery(definitionId), refetchInterval: useRefetchInterval() });
  const name = definition?.name ?? "";

  // The designer says "published" and nothing else; what validation found is told here. A check that fails says so itself.
  const hasRemarks = () => client.query({ ...findingsQuery(definitionId), staleTime: 0 }).then(({ findings }) => findings.length > 0, () => true);

  const studio = useStudioFrame(`/studio/definitions/${encodeURIComponent(definitionId)}`, {
    edits: true,
    onSaved: (saved) => {
      setRefused([]);
      void client.invalidateQueries({ queryKey: definitionKey(saved.definitionId) });
      if (saved.isPublished) void hasRemarks().then((has) => has && setChecking(true));
    },
    onRefused: (errors) => {
      setRefused(errors);
      setChecking(true);
      void client.invalidateQueries({ queryKey: definitionKey(definitionId) });
    },
  });

  useEffect(() => {
    document.title = `${name === "" ? t("workflows.definitions") : name} · AgentIQ`;
  }, [t, name]);

  // Any other failure leaves the editor standing: it may hold work that is not saved.
  if (!definition && (isStatus(error, 404) || isStatus(error, 403))) return <LoadError error={error} onRetry={refetch} />;

  const close = () => setOpen(null);
  return (
    <>
      <DefinitionBar
        definition={definition}
        onCheck={() => setChecking(true)}
        onCompare={() => setOpen({ what: "comparison", from: "published" })}
        onRun={() => setOpen({ what: "run" })}
      />
      {definition && !definition.canEdit && (
        <Strip icon="info" title={t("workflows.definition.readOnlyTitle")} text={t("workflows.definition.readOnlyText")} testId="read-only" />
      )}
      {definition?.newerBase && !hidesNewer && (
        <Strip
          icon="info"
          tone="info"
          title={t("workflows.definition.newerTitle", { version: definition.newerBase.version })}
          text={t("workflows.definition.newerText", { base: definition.baseVersion ?? "–" })}
          onClose={() => setHidesNewer(true)}
          testId="newer-base"
        >
          <Button size="compact-md" variant="default" onClick={() => setOpen({ what: "comparison", from: "base" })} data-testid="compare-base">
            {t("workflows.definition.newerCompare")}
          </Button>
        </Strip>
      )}
      <div className={classes.work}>
        <StudioFrame studio={studio} title={t("workflows.frame.editor", { name })} edits wide />
        {checking && <FindingsPanel definitionId={definitionId} refused={refused} onClose={() => setChecking(false)} />}
      </div>
      {open?.what === "comparison" && <ComparisonDrawer definitionId={definitionId} from={open.from} onClose={close} />}
      {open?.what === "run" && <RunDialog definitionId={definitionId} onClose={close} />}
    </>
  );
}
