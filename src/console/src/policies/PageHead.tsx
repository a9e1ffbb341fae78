import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import classes from "./PageHead.module.css";

interface PageHeadProps {
  /** The set whose page this is; the way back leads to its editor. Without it, to the list. */
  set?: string;
  title: string;
  /** What one sees here, in a sentence. */
  note?: ReactNode;
  children?: ReactNode;
}

/** The line above the pages around the editor: the way back, where one is, what one can do. */
export function PageHead({ set, title, note, children }: PageHeadProps) {
  const { t } = useTranslation();
  const icon = <Icon name="back" size={20} />;
  return (
    <header className={classes.head}>
      {set === undefined ? (
        <Link to="/policies" className={classes.back} aria-label={t("policies.toList")} title={t("policies.toList")} data-testid="to-list">
          {icon}
        </Link>
      ) : (
        <Link to="/policies/$set" params={{ set }} className={classes.back} aria-label={t("policies.backtest.toEditor")} title={t("policies.backtest.toEditor")} data-testid="to-editor">
          {icon}
        </Link>
      )}
      <div className={classes.title}>
        <h1>{title}</h1>
        {note && <p>{note}</p>}
      </div>
      {children && <div className={classes.actions}>{children}</div>}
    </header>
  );
}
