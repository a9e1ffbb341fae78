import type { PolicyFinding } from "../api";
import classes from "./Field.module.css";

/** What the check says of the place that is being edited. */
export function Remarks({ remarks }: { remarks: PolicyFinding[] }) {
  return remarks.map(({ message, severity, path, kind }) => (
    <p key={`${path} ${kind}`} className={classes.remark} data-severity={severity}>
      {message}
    </p>
  ));
}
