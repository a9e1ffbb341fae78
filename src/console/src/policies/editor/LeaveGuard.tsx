import { Button } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import { storageWorks } from "./storage";
import ask from "~/ui/Ask.module.css";

/** Asks before unsaved changes are left. The pages about the same set read them from this device, so the way there is free. */
export function LeaveGuard({ set, dirty }: { set: string; dirty: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => dirty && !next.pathname.startsWith(`/policies/${set}`) && next.pathname !== "/sign-in",
    enableBeforeUnload: () => dirty && !storageWorks(),
    withResolver: true,
  });
  if (blocker.status !== "blocked") return null;
  return (
    <Dialog label={t("policies.editor.leave.title")} onClose={blocker.reset} testId="leave">
      <div className={ask.ask}>
        <h2>{t("policies.editor.leave.title")}</h2>
        <p>{t(storageWorks() ? "policies.editor.leave.text" : "policies.editor.leave.textLost")}</p>
        <div className={ask.actions}>
          <Button variant="default" onClick={blocker.proceed} data-testid="leave-go">
            {t("policies.editor.leave.leave")}
          </Button>
          <Button onClick={blocker.reset} data-autofocus data-testid="leave-stay">
            {t("policies.editor.leave.stay")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
