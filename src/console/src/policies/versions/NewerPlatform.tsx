import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import type { PolicySetView } from "../api";
import { policiesQuery } from "../queries";
import classes from "./VersionsPage.module.css";

interface NewerPlatformProps {
  policy: PolicySetView;
  onCompare: (from: string, to: string) => void;
}

/** A release brought newer rules than those that the seller's version was made from. */
export function NewerPlatform({ policy, onCompare }: NewerPlatformProps) {
  const { t } = useTranslation();
  const summary = useQuery(policiesQuery).data?.find(({ name }) => name === policy.name);
  if (!summary?.platformIsNewer) return null;
  return (
    <div className={classes.newer} role="note" data-testid="newer-platform">
      <Icon name="info" size={17} />
      <p>
        <strong>{t("policies.versions.newerTitle")}.</strong> {t("policies.versions.newerText")}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => onCompare(policy.active.label, summary.newestPlatform)}>
        {t("policies.versions.newerCompare")}
      </Button>
    </div>
  );
}
