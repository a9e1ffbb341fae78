import { lazy, Suspense, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Decision } from "~/api/types";
import { ruleSetName } from "~/ui/labels";
import classes from "./DecisionRows.module.css";

// With all that it needs it is loaded when somebody asks; the desk opens without it.
const WhyDrawer = lazy(() => import("~/policies/why/WhyDrawer").then((module) => ({ default: module.WhyDrawer })));

interface WhyButtonProps {
  interactionId: string;
  decision: Decision;
}

/** Opens every rule of a decision with its conditions and what they saw. */
export function WhyButton({ interactionId, decision }: WhyButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={classes.why} onClick={() => setOpen(true)} aria-label={t("reasons.whyOf", { set: ruleSetName(t, decision.set) })} data-testid={`why-${decision.set}`}>
        {t("reasons.why")}
      </button>
      {open &&
        // Outside of the paragraph and of the styles that it stands in.
        createPortal(
          <Suspense fallback={null}>
            <WhyDrawer interactionId={interactionId} decisionId={decision.id} onClose={() => setOpen(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  );
}
