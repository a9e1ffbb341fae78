import { Button, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/Notice";
import type { Studio } from "./useStudioFrame";
import classes from "./StudioFrame.module.css";

interface StudioFrameProps {
  studio: Studio;
  title: string;
  /** Said when the frame breaks down while it may hold unsaved work. */
  edits?: boolean;
  /** Three columns that a phone cannot hold: there the sheet is wider than the screen and slides sideways. */
  wide?: boolean;
}

/** The designer on its own sheet of paper: it knows no dark theme, so the sheet stays light on any ground. */
export function StudioFrame({ studio: { attach, id, src, phase, reload }, title, edits = false, wide = false }: StudioFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.sheet} data-phase={phase} data-wide={wide || undefined} data-testid="studio">
      <iframe key={id} ref={attach} src={src} title={title} className={classes.frame} data-testid="studio-frame" />
      {(phase === "loading" || phase === "slow") && (
        <div className={classes.over} role="status" data-testid="studio-loading">
          <Loader size="sm" />
          <p>{t(phase === "slow" ? "workflows.frame.slow" : "workflows.frame.loading")}</p>
          {phase === "slow" && (
            <Button variant="default" onClick={reload}>
              {t("workflows.frame.reload")}
            </Button>
          )}
        </div>
      )}
      {phase === "fault" && (
        <div className={classes.over} data-testid="studio-fault">
          <Notice
            icon="alert"
            tone="urgent"
            title={t("workflows.frame.faultTitle")}
            text={t(edits ? "workflows.frame.faultUnsaved" : "workflows.frame.faultText")}
          >
            <Button onClick={reload} data-testid="studio-reload">
              {t("workflows.frame.reload")}
            </Button>
          </Notice>
        </div>
      )}
    </div>
  );
}
