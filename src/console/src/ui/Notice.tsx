import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import classes from "./Notice.module.css";

interface NoticeProps {
  icon: IconName;
  title: string;
  text?: string;
  tone?: "plain" | "urgent";
  children?: ReactNode;
}

/** What stands in an empty or broken place: what happened, and what to do. */
export function Notice({ icon, title, text, tone = "plain", children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === "urgent" ? "alert" : undefined}>
      <span className={classes.icon}>
        <Icon name={icon} size={26} />
      </span>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
