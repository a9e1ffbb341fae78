import { useTranslation } from "react-i18next";
import { useClock } from "~/time/clock";
import { deadlineTone, timeLeft } from "~/time/deadline";
import { Icon } from "~/ui/Icon";
import classes from "./Deadline.module.css";

/** How long is left, counting down; painted again only when the words change. */
export function Deadline({ due }: { due: string }) {
  const { t } = useTranslation();
  const tone = useClock((now) => deadlineTone(due, now));
  const text = useClock((now) => timeLeft(t, due, now));
  return (
    <span className={classes.deadline} data-tone={tone} data-testid="deadline">
      <Icon name="clock" size={13} />
      {text}
    </span>
  );
}
