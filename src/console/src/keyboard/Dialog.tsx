import { type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import classes from "./Dialog.module.css";

interface DialogProps {
  label: string;
  onClose?: () => void;
  children: ReactNode;
  testId: string;
  /** At the right edge and as high as the window, for long lists. */
  side?: boolean;
  /** Neither Escape nor a press beside it closes the dialog. */
  stays?: boolean;
}

/** The browser's own modal dialog: it keeps the focus inside, closes with Escape and gives the focus back. */
export function Dialog({ label, onClose, children, testId, side = false, stays = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => element?.close();
  }, []);
  // The browser lets a second Escape through even when the first was refused.
  const closed = () => (stays ? dialog.current?.isConnected && dialog.current.showModal() : onClose?.());
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label={label}
      data-side={side || undefined}
      onCancel={(event: SyntheticEvent) => stays && event.preventDefault()}
      onClose={closed}
      onClick={(event) => !stays && event.target === dialog.current && onClose?.()}
      data-testid={testId}
    >
      <div className={classes.inside}>{children}</div>
    </dialog>
  );
}
