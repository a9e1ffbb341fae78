import { CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "./Dialog";
import classes from "./HelpOverlay.module.css";

const rows = [
  ["j / k", "help.move"],
  ["e / Enter", "help.open"],
  ["d", "help.use"],
  ["Ctrl + Enter", "help.send"],
  ["a", "help.assign"],
  ["/", "help.search"],
  ["Ctrl + K", "help.palette"],
  ["Esc", "help.leave"],
  ["?", "help.help"],
] as const;

export function HelpOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog label={t("help.title")} onClose={onClose} testId="help">
      <header className={classes.head}>
        <h2>{t("help.title")}</h2>
        <CloseButton aria-label={t("app.close")} onClick={onClose} />
      </header>
      <dl className={classes.rows}>
        {rows.map(([keys, text]) => (
          <div key={text}>
            <dd>{t(text)}</dd>
            <dt>
              {keys.split(" ").map((part) => (part === "/" && keys !== "/") || part === "+" ? <span key={part}>{part}</span> : <kbd key={part}>{part}</kbd>)}
            </dt>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
