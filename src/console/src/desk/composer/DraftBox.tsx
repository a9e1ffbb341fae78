import { Button, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "~/api/client";
import { keys } from "~/api/queries";
import type { InteractionDetail } from "~/api/types";
import { Icon } from "~/ui/Icon";
import type { Writing } from "./useWriting";
import classes from "./DraftBox.module.css";

interface DraftBoxProps {
  detail: InteractionDetail;
  writing: Writing;
  onTake: () => void;
}

/** The proposed reply: open while nothing is written, one line afterwards. */
export function DraftBox({ detail, writing, onTake }: DraftBoxProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const again = useMutation({
    mutationFn: () => body(api.POST("/api/interactions/{id}/draft", { params: { path: { id: detail.id } } })),
    onSuccess: (fresh) => {
      client.setQueryData(keys.detail(detail.id), fresh);
      setAsked(true);
    },
  });
  const { draft } = detail;
  const empty = writing.text.trim() === "";
  const open = empty || asked;

  if (!open) {
    return (
      <div className={classes.line}>
        <UnstyledButton className={classes.toggle} onClick={() => setAsked(true)} aria-expanded={false} data-testid="show-draft">
          <Icon name="spark" size={15} /> {t(draft ? "draft.show" : "draft.make")}
        </UnstyledButton>
        {writing.replaced && (
          <UnstyledButton className={classes.toggle} onClick={writing.restore}>
            {t("draft.restore")}
          </UnstyledButton>
        )}
      </div>
    );
  }
  return (
    <section className={classes.draft} aria-label={t("draft.title")}>
      <header className={classes.head}>
        <h3>
          <Icon name="spark" size={15} /> {t("draft.title")}
        </h3>
        {draft?.template && <span className={classes.source}>{t("draft.template", { template: draft.template })}</span>}
        {!empty && (
          <UnstyledButton className={classes.toggle} onClick={() => setAsked(false)} aria-expanded>
            {t("draft.hide")}
          </UnstyledButton>
        )}
      </header>
      {draft ? (
        <p className={classes.text} tabIndex={0} data-testid="draft-text">
          {draft.text}
        </p>
      ) : (
        <p className={classes.none}>{t("draft.none")}</p>
      )}
      {again.isError && (
        <p className={classes.failed} role="alert">
          {t("draft.failed")}
        </p>
      )}
      <div className={classes.actions}>
        {draft && (
          <Button
            variant="light"
            size="compact-md"
            onClick={() => {
              setAsked(false);
              onTake();
            }}
            data-testid="use-draft"
          >
            {t(empty ? "draft.use" : "draft.replace")}
          </Button>
        )}
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<Icon name="refresh" size={15} />}
          loading={again.isPending}
          onClick={() => again.mutate()}
          data-testid="regenerate-draft"
        >
          {t(draft ? "draft.again" : "draft.make")}
        </Button>
        {draft && draft.violations.length + draft.warnings.length > 0 && (
          <span className={classes.problems}>{t("draft.hasProblems", { count: draft.violations.length + draft.warnings.length })}</span>
        )}
      </div>
    </section>
  );
}
