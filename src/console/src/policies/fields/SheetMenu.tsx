import type { KeyboardEvent } from "react";
import { Icon, type IconName } from "~/ui/Icon";
import { Sheet } from "./Sheet";
import classes from "./SheetMenu.module.css";

export interface MenuAction {
  id: string;
  label: string;
  icon?: IconName;
  run: () => void;
  danger?: boolean;
  checked?: boolean;
  disabled?: boolean;
  /** Words above it, where a group of actions begins. */
  group?: string | undefined;
}

interface SheetMenuProps {
  anchor: HTMLElement;
  label: string;
  actions: MenuAction[];
  onClose: () => void;
}

export function SheetMenu({ anchor, label, actions, onClose }: SheetMenuProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const items = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + step + items.length) % items.length]?.focus();
  };
  return (
    <Sheet anchor={anchor} label={label} onDone={onClose} onCancel={onClose} testId="menu">
      <div className={classes.menu} role="menu" aria-label={label} onKeyDown={onKeyDown}>
        {actions.map(({ id, label: words, icon, run, checked, danger = false, disabled = false, group }) => (
          <div key={id} role="none" className={classes.entry}>
            {group !== undefined && <p className={classes.group}>{group}</p>}
            <button
              type="button"
              className={classes.item}
              role={checked === undefined ? "menuitem" : "menuitemradio"}
              aria-checked={checked}
              data-danger={danger ? true : undefined}
              disabled={disabled}
              onClick={() => {
                onClose();
                run();
              }}
              data-testid={`menu-${id}`}
            >
              <span className={classes.icon}>{checked === true ? <Icon name="check" size={16} /> : icon && <Icon name={icon} size={16} />}</span>
              {words}
            </button>
          </div>
        ))}
      </div>
    </Sheet>
  );
}
