import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "~/session/session";
import { Icon } from "~/ui/Icon";
import { LoadError } from "~/ui/LoadError";
import { Notice } from "~/ui/Notice";
import type { PolicySetView } from "../api";
import { PageHead } from "../PageHead";
import { policyQuery } from "../queries";
import { versionName } from "../versions/versionName";
import { RuleList } from "./RuleList";
import { useSimple } from "./useSimple";
import classes from "./SimpleEscalationPage.module.css";

const set = "escalation";

/** A seller's view of the set `escalation`: sentences over the same document that the editor shows as a table. */
export function SimpleEscalationPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(policyQuery(set));
  const title = t("policies.escalation.title");

  useEffect(() => {
    document.title = `${title} · AgentIQ`;
  }, [title]);

  return (
    <>
      <PageHead title={title} note={data && t("policies.escalation.lead", { title: data.title })}>
        <Button size="compact-md" variant="default" leftSection={<Icon name="policies" size={16} />} renderRoot={(props) => <Link to="/policies/$set" params={{ set }} {...props} />} data-testid="to-table">
          {t("policies.escalation.table")}
        </Button>
      </PageHead>
      {data ? <Rules policy={data} /> : error ? <LoadError error={error} onRetry={refetch} /> : <Skeleton height={180} radius={12} m="lg" w="auto" />}
    </>
  );
}

function Rules({ policy }: { policy: PolicySetView }) {
  const { t } = useTranslation();
  const userId = useSession()?.user.id ?? "";
  const simple = useSimple(policy, userId);
  const { canManage, documentVersion, active } = policy;
  if (simple === null) {
    return (
      <Notice icon="alert" title={t("policies.escalation.unreadableTitle")} text={t("policies.escalation.unreadableText")}>
        <Link to="/policies/$set" params={{ set }}>
          {t("policies.escalation.table")}
        </Link>
      </Notice>
    );
  }
  const note = !canManage
    ? { title: t("policies.escalation.readOnlyTitle"), text: t("policies.escalation.readOnlyText") }
    : simple.fromEditor && simple.changed
      ? { title: t("policies.escalation.unsavedTitle"), text: t("policies.escalation.unsavedText") }
      : documentVersion !== active.label
        ? { title: t("policies.escalation.draftTitle"), text: t("policies.escalation.draftText", { version: versionName(t, documentVersion), active: versionName(t, active.label) }) }
        : null;
  return (
    <>
      {note && (
        <p className={classes.note} role="note">
          <Icon name="info" size={17} />
          <span>
            <strong>{note.title}.</strong> {note.text}
          </span>
        </p>
      )}
      <RuleList policy={policy} simple={simple} />
    </>
  );
}
