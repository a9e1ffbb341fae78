import dayjs from "dayjs";
import { useId } from "react";
import classes from "./Field.module.css";

interface MomentFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hideLabel?: boolean;
}

export function MomentField({ label, value, onChange, hideLabel = false }: MomentFieldProps) {
  const id = useId();
  const moment = dayjs(value);
  return (
    <div className={classes.field}>
      <label className={hideLabel ? "visually-hidden" : classes.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={classes.input}
        type="datetime-local"
        value={value !== "" && moment.isValid() ? moment.format("YYYY-MM-DDTHH:mm") : ""}
        onChange={(event) => {
          const { value: local } = event.currentTarget;
          if (local !== "") onChange(dayjs(local).format());
        }}
        data-autofocus
      />
    </div>
  );
}
