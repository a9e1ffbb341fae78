import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import classes from "./KeysDialog.module.css";

const keys = [
  ["move", "← ↑ → ↓"],
  ["select", "Shift + ← ↑ → ↓"],
  ["edit", "Enter, F2"],
  ["next", "Enter, Tab"],
  ["leave", "Esc"],
  ["clear", "Delete"],
  ["copy", "Ctrl + C, X, V"],
  ["fill", "Ctrl + D"],
  ["moveRow", "Alt + ↑ ↓"],
  ["insert", "Ctrl + Enter"],
  ["remove", "Ctrl + Delete"],
  ["undo", "Ctrl + Z, Ctrl + Y"],
  ["finding", "F8"],
  ["save", "Ctrl + S"],
] as const;

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog label={t("policies.editor.keys.title")} onClose={onClose} testId="keys">
      <div className={classes.keys}>
        <h2>{t("policies.editor.keys.title")}</h2>
        <dl>
          {keys.map(([name, combination]) => (
            <div key={name}>
              <dt>
                <kbd>{combination}</kbd>
              </dt>
              <dd>{t(`policies.editor.keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
