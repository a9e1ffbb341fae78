import "../words";
import { CloseButton, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import { LoadError } from "~/ui/LoadError";
import { explanationQuery } from "../queries";
import { versionName } from "../versions/versionName";
import drawer from "~/ui/Drawer.module.css";
import { Explanation } from "./Explanation";

export interface WhyDrawerProps {
  interactionId: string;
  decisionId: string;
  onClose: () => void;
}

/** "Why so?" for one recorded decision of an interaction. */
export function WhyDrawer({ interactionId, decisionId, onClose }: WhyDrawerProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(explanationQuery(interactionId, decisionId));
  const title = data ? t("policies.why.titleOf", { title: data.title }) : t("policies.why.title");
  return (
    <Dialog label={title} onClose={onClose} testId="why" side>
      <div className={drawer.drawer}>
        <header className={drawer.head}>
          <div>
            <h2>{title}</h2>
            {data && (
              <p>
                {t("policies.why.version", { version: versionName(t, data.version) })}.{" "}
                <Link to="/policies/$set" params={{ set: data.set }} search={{ version: data.version }} data-testid="why-version">
                  {t("policies.why.openVersion")}
                </Link>
              </p>
            )}
          </div>
          <CloseButton size="lg" aria-label={t("app.close")} onClick={onClose} data-autofocus />
        </header>
        {data ? <Explanation explanation={data} /> : error ? <LoadError error={error} onRetry={refetch} /> : <Skeleton height={180} radius={10} />}
      </div>
    </Dialog>
  );
}
