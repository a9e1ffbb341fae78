import { type ReactNode, useEffect, useRef } from "react";
import classes from "./Dialog.module.css";

interface DialogProps {
  label: string;
  onClose: () => void;
  children: ReactNode;
  testId: string;
}

/** The browser's own modal dialog: it keeps the focus inside, closes with Escape and gives the focus back. */
export function Dialog({ label, onClose, children, testId }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-label={label}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      data-testid={testId}
    >
      <div className={classes.inside}>{children}</div>
    </dialog>
  );
}
