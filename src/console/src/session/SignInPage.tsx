import { UnstyledButton } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLanguageSwitch } from "~/app/useLanguageSwitch";
import { chooseLanguage } from "~/i18n";
import { Logo } from "~/ui/Logo";
import { safeBack } from "./back";
import { SignInForm } from "./SignInForm";
import classes from "./SignInPage.module.css";

export function SignInPage() {
  const { t } = useTranslation();
  const language = useLanguageSwitch(chooseLanguage);
  const { back, expired } = useSearch({ from: "/sign-in" });
  const navigate = useNavigate();

  // The designer's own pages are not the router's.
  const goBack = (to: string) => (to.startsWith("/studio/") ? window.location.replace(to) : navigate({ href: to, replace: true }));

  useEffect(() => {
    document.title = `${t("signIn.title")} · AgentIQ`;
  }, [t]);

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
        <SignInForm
          {...(expired && { note: t("signIn.expired") })}
          onSignedIn={() => goBack(safeBack(back))}
        />
      </main>
      <UnstyledButton className={classes.language} onClick={language.toggle} data-testid="language">
        {t("app.language")}
      </UnstyledButton>
    </div>
  );
}
