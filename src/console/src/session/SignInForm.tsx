import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "~/api/client";
import { ConnectionError, isStatus } from "~/api/errors";
import { keys } from "~/api/queries";
import type { Session, SignIn } from "~/api/types";
import { Icon } from "~/ui/Icon";
import classes from "./SignInForm.module.css";

interface SignInFormProps {
  /** Who is expected, when that is known. */
  email?: string;
  /** Said above the form until an attempt fails. */
  note?: string;
  onSignedIn: (session: Session) => Promise<void> | void;
}

export function SignInForm({ email: expected = "", note, onSignedIn }: SignInFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [email, setEmail] = useState(expected);
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);

  const signIn = useMutation({
    mutationFn: (who: SignIn) => body(api.POST("/api/session", { body: who })),
    onSuccess: async (session) => {
      client.setQueryData(keys.session, session);
      await onSignedIn(session);
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (email.trim() !== "" && password !== "") signIn.mutate({ email: email.trim(), password });
  };
  const missing = (value: string) => (asked && value.trim() === "" ? t("signIn.required") : null);

  return (
    <>
      {note && !signIn.isError && (
        <p className={classes.note} role="status">
          <Icon name="info" size={16} /> {note}
        </p>
      )}
      {signIn.isError && (
        <p className={classes.error} role="alert" data-testid="login-error">
          <Icon name="alert" size={16} /> {t(messageOf(signIn.error))}
        </p>
      )}
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t("signIn.email")}
          type="email"
          autoComplete="username"
          autoFocus={expected === ""}
          data-autofocus={expected === "" || undefined}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={missing(email)}
          size="md"
          data-testid="login-email"
        />
        <PasswordInput
          label={t("signIn.password")}
          autoComplete="current-password"
          autoFocus={expected !== ""}
          data-autofocus={expected !== "" || undefined}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={missing(password)}
          size="md"
          visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword"), tabIndex: 0 }}
          data-testid="login-password"
        />
        <Button type="submit" size="md" fullWidth loading={signIn.isPending} data-testid="login-submit">
          {t("signIn.submit")}
        </Button>
      </form>
    </>
  );
}

function messageOf(error: Error) {
  if (error instanceof ConnectionError) return "error.connectionTitle";
  return isStatus(error, 401) ? "signIn.wrong" : "error.serverText";
}
