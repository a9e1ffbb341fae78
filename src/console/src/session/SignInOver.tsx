import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { keys } from "~/api/queries";
import type { Session } from "~/api/types";
import { Dialog } from "~/keyboard/Dialog";
import { useSession } from "./session";
import { SignInForm } from "./SignInForm";
import { giveUpUnsaved, hostSignInOver, isUnsaved, signedInOver, useSignInNeed } from "./signInOver";
import classes from "./SignInOver.module.css";

interface SignInOverProps {
  /** Somebody else signed in: nothing of what stands on the page is theirs. */
  onOtherPerson: () => void;
  /** The sign-in page instead; unsaved work is given up. */
  onLeave: () => void;
  /** What becomes of the work on the page; by default that it saves itself. */
  text?: string;
}

/** The sign-in form over a page that holds unsaved work, so that an ended session costs nothing. */
export function SignInOver({ onOtherPerson, onLeave, text }: SignInOverProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const need = useSignInNeed();
  const before = useRef<Session | null>(null);
  const session = useSession();
  useEffect(hostSignInOver, []);
  useEffect(() => {
    before.current ??= session;
  }, [session]);

  // Only now would leaving lose something; at any other time the browser's question would be a nuisance.
  useEffect(() => {
    if (need !== "unsaved") return;
    const ask = (event: BeforeUnloadEvent) => isUnsaved() && event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [need]);

  const leave = () => {
    giveUpUnsaved();
    onLeave();
  };
  const signedIn = async (now: Session) => {
    const who = before.current;
    if (who !== null && !isSame(who, now)) {
      giveUpUnsaved();
      onOtherPerson();
      return;
    }
    signedInOver();
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] });
  };

  if (need === "none") return null;
  return (
    <Dialog label={t("workflows.session.title")} testId="sign-in-over" stays>
      <div className={classes.inside}>
        <h2>{t("workflows.session.title")}</h2>
        <p>{text ?? t("workflows.session.text")}</p>
        <SignInForm {...(session && { email: session.user.email })} onSignedIn={signedIn} />
        <p className={classes.other}>{t("workflows.session.other")}</p>
        <button type="button" className={classes.leave} onClick={leave}>
          {t("workflows.session.leave")}
        </button>
      </div>
    </Dialog>
  );
}

function isSame(one: Session, other: Session): boolean {
  return one.user.id === other.user.id && one.seller.id === other.seller.id;
}
