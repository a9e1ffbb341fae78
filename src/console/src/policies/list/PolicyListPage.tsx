import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefetchInterval } from "~/live/status";
import { Icon } from "~/ui/Icon";
import { LoadError } from "~/ui/LoadError";
import { Notice } from "~/ui/Notice";
import { policiesQuery } from "../queries";
import { ImportDialog, type ImportedFile } from "./ImportDialog";
import { PolicyCard } from "./PolicyCard";
import { inStageOrder } from "./stages";
import classes from "./PolicyListPage.module.css";

export function PolicyListPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ ...policiesQuery, refetchInterval: useRefetchInterval() });
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<ImportedFile | null>(null);

  useEffect(() => {
    document.title = `${t("policies.title")} · AgentIQ`;
  }, [t]);

  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = currentTarget.files ?? [];
    if (chosen) setFile({ name: chosen.name, text: await chosen.text() });
    // The same file, mended, may be chosen again.
    currentTarget.value = "";
  };

  return (
    <section className={classes.page} tabIndex={0} data-testid="policy-list">
      <header className={classes.head}>
        <div>
          <h1>{t("policies.title")}</h1>
          <p>{t("policies.list.lead")}</p>
        </div>
        {data?.some(({ canManage }) => canManage) && (
          <>
            <input ref={input} type="file" accept="application/json,.json" hidden onChange={choose} data-testid="import-file" />
            <Button variant="default" leftSection={<Icon name="up" size={16} />} onClick={() => input.current?.click()} data-testid="import">
              {t("policies.list.import")}
            </Button>
          </>
        )}
      </header>
      {data === undefined ? (
        error ? (
          <LoadError error={error} onRetry={refetch} />
        ) : (
          <div className={classes.list} role="status" aria-label={t("app.loading")}>
            <Skeleton height={110} radius={12} />
            <Skeleton height={110} radius={12} />
            <Skeleton height={110} radius={12} />
          </div>
        )
      ) : data.length === 0 ? (
        <Notice icon="policies" title={t("policies.list.emptyTitle")} text={t("policies.list.emptyText")} />
      ) : (
        <ol className={classes.list} aria-label={t("policies.list.stages")}>
          {inStageOrder(data).map((policy, index) => (
            <li key={policy.name}>
              <PolicyCard policy={policy} place={index + 1} />
            </li>
          ))}
        </ol>
      )}
      {file && data && <ImportDialog file={file} policies={data} onClose={() => setFile(null)} />}
    </section>
  );
}
