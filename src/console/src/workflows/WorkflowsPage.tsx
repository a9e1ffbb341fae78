import { Outlet, useBlocker, useNavigate, useRouter } from "@tanstack/react-router";
import { SignInOver } from "~/session/SignInOver";
import { isUnsaved } from "~/session/signInOver";
import classes from "./WorkflowsPage.module.css";

/** Around every page about workflows: none of them is left because a session ended. */
export function WorkflowsPage() {
  const navigate = useNavigate();
  const router = useRouter();
  const leave = () => void navigate({ to: "/sign-in", search: { back: router.state.location.href, expired: true } });
  // The dialog is over everything but the browser's own Back.
  useBlocker({ shouldBlockFn: isUnsaved, enableBeforeUnload: false });
  return (
    <div className={classes.page} data-testid="workflows">
      <Outlet />
      <SignInOver onOtherPerson={() => window.location.reload()} onLeave={leave} />
    </div>
  );
}
