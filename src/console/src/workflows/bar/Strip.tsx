import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "~/ui/Icon";
import classes from "./Strip.module.css";

interface StripProps {
  icon: IconName;
  title: string;
  text: string;
  tone?: "plain" | "info";
  children?: ReactNode;
  onClose?: () => void;
  testId?: string;
}

/** One thing that one has to know about the page, in a line below its bar. */
export function Strip({ icon, title, text, tone = "plain", children, onClose, testId }: StripProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.strip} data-tone={tone} role="note" data-testid={testId}>
      <Icon name={icon} size={17} />
      <p>
        <strong>{title}.</strong> {text}
      </p>
      {children}
      {onClose && <CloseButton aria-label={t("app.close")} onClick={onClose} />}
    </div>
  );
}
