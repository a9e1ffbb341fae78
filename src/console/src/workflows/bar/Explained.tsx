import { Popover, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import type { IconName } from "~/ui/Icon";
import { Mark, type Tone } from "~/ui/Mark";
import classes from "./Bar.module.css";

interface ExplainedProps {
  tone: Tone;
  icon?: IconName;
  text: string;
  children: ReactNode;
  testId?: string;
}

/** A short word that says what it means when it is pressed: a tooltip would not be there on a phone. */
export function Explained({ tone, icon, text, children, testId }: ExplainedProps) {
  return (
    <Popover width={300} position="bottom-start" shadow="md" withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.explained} data-testid={testId}>
          <Mark tone={tone} {...(icon && { icon })}>
            {children}
          </Mark>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.explanation}>{text}</Popover.Dropdown>
    </Popover>
  );
}
