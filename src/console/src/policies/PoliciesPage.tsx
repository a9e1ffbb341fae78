import "./words";
import { Outlet, useNavigate, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SignInOver } from "~/session/SignInOver";
import classes from "./PoliciesPage.module.css";

/** Around every page about policies: none of them is left because a session ended. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const router = useRouter();
  const leave = () => void navigate({ to: "/sign-in", search: { back: router.state.location.href, expired: true } });
  return (
    <div className={classes.page} data-testid="policies">
      <Outlet />
      <SignInOver onOtherPerson={() => window.location.reload()} onLeave={leave} text={t("policies.sessionText")} />
    </div>
  );
}
