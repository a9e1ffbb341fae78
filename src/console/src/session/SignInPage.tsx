import { Button, PasswordInput, TextInput, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type SubmitEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "~/api/client";
import { ConnectionError, isStatus } from "~/api/errors";
import { keys } from "~/api/queries";
import type { SignIn } from "~/api/types";
import { useLanguageSwitch } from "~/app/useLanguageSwitch";
import { chooseLanguage } from "~/i18n";
import { Icon } from "~/ui/Icon";
import { Logo } from "~/ui/Logo";
import { safeBack } from "./back";
import classes from "./SignInPage.module.css";

export function SignInPage() {
  const { t } = useTranslation();
  const language = useLanguageSwitch(chooseLanguage);
  const { back, expired } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [asked, setAsked] = useState(false);

  const signIn = useMutation({
    mutationFn: (who: SignIn) => body(api.POST("/api/session", { body: who })),
    onSuccess: async (session) => {
      client.setQueryData(keys.session, session);
      await navigate({ href: safeBack(back), replace: true });
    },
  });

  useEffect(() => {
    document.title = `${t("signIn.title")} · AgentIQ`;
  }, [t]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (email.trim() !== "" && password !== "") signIn.mutate({ email: email.trim(), password });
  };
  const missing = (value: string) => (asked && value.trim() === "" ? t("signIn.required") : null);

  return (
    <div className={classes.page}>
      <main className={classes.card}>
        <div className={classes.brand}>
          <Logo size={44} />
          <div>
            <strong>AgentIQ</strong>
            <span>{t("app.tagline")}</span>
          </div>
        </div>
        <h1>{t("signIn.title")}</h1>
        {expired && !signIn.isError && (
          <p className={classes.note} role="status">
            <Icon name="info" size={16} /> {t("signIn.expired")}
          </p>
        )}
        {signIn.isError && (
          <p className={classes.error} role="alert" data-testid="login-error">
            <Icon name="alert" size={16} /> {t(messageOf(signIn.error))}
          </p>
        )}
        <form onSubmit={submit} noValidate>
          <TextInput
            label={t("signIn.email")}
            type="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={missing(email)}
            size="md"
            data-testid="login-email"
          />
          <PasswordInput
            label={t("signIn.password")}
            autoComplete="current-password"
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
      </main>
      <UnstyledButton className={classes.language} onClick={language.toggle} data-testid="language">
        {t("app.language")}
      </UnstyledButton>
    </div>
  );
}

function messageOf(error: Error) {
  if (error instanceof ConnectionError) return "error.connectionTitle";
  return isStatus(error, 401) ? "signIn.wrong" : "error.serverText";
}
