import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Icon } from "~/ui/Icon";
import { type BarAction, BarActions } from "./BarActions";
import classes from "./Bar.module.css";

interface BarProps {
  back: { to: "/workflows" | "/workflows/instances"; label: string };
  title: ReactNode;
  /** Who and when, below the title. */
  note: ReactNode;
  /** The state in short words, on one line that scrolls when it has to. */
  children: ReactNode;
  actions: BarAction[];
}

/** Our own slim line above the designer: where one is, how things stand, what one can do. */
export function Bar({ back, title, note, children, actions }: BarProps) {
  return (
    <header className={classes.bar}>
      <Link to={back.to} className={classes.back} aria-label={back.label} title={back.label} data-testid="to-list">
        <Icon name="back" size={20} />
      </Link>
      <div className={classes.title}>
        <h1>{title}</h1>
        <p>{note}</p>
      </div>
      <div className={classes.state} aria-live="polite">
        {children}
      </div>
      <BarActions actions={actions} />
    </header>
  );
}
