import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import classes from "./Mark.module.css";

export type Tone = "urgent" | "high" | "good" | "info" | "plain" | "accent";

interface MarkProps {
  tone: Tone;
  icon?: IconName;
  children: ReactNode;
  /** Gives way to its neighbours and is cut short with an ellipsis when the line is full. Default: keeps its width. */
  yields?: boolean;
  testId?: string;
}

/** A short word on a tinted ground; the word says it, the colour only helps to find it. */
export function Mark({ tone, icon, children, yields, testId }: MarkProps) {
  return (
    <span className={classes.mark} data-tone={tone} data-yields={yields} data-testid={testId}>
      {icon && <Icon name={icon} size={12} />}
      <span>{children}</span>
    </span>
  );
}
