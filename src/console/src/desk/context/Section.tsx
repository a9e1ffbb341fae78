import type { ReactNode } from "react";
import classes from "./Section.module.css";

interface SectionProps {
  title: string;
  children: ReactNode;
  testId?: string;
}

export function Section({ title, children, testId }: SectionProps) {
  return (
    <section className={classes.section} data-testid={testId}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
