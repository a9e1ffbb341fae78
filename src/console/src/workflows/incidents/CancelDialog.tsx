import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import classes from "~/ui/Ask.module.css";

interface CancelDialogProps {
  onClose: () => void;
  onCancel: () => void;
}

/** There is no way back from a cancelled instance, so the safe answer has the focus. */
export function CancelDialog({ onClose, onCancel }: CancelDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog label={t("workflows.incident.cancelTitle")} onClose={onClose} testId="cancel">
      <div className={classes.ask}>
        <h2>{t("workflows.incident.cancelTitle")}</h2>
        <p>{t("workflows.incident.cancelText")}</p>
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("workflows.incident.keep")}
          </Button>
          <Button className={classes.danger} onClick={onCancel} data-testid="cancel-submit">
            {t("workflows.incident.cancelSubmit")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
