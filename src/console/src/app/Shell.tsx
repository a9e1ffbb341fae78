import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useHotkey } from "~/keyboard/useHotkey";
import { useLiveDesk } from "~/live/useLiveDesk";
import { NavRail } from "./NavRail";
import classes from "./Shell.module.css";

const HelpOverlay = lazy(() => import("~/keyboard/HelpOverlay").then((module) => ({ default: module.HelpOverlay })));
const CommandPalette = lazy(() => import("~/keyboard/CommandPalette").then((module) => ({ default: module.CommandPalette })));

type Overlay = "help" | "palette";

export function Shell() {
  const { t } = useTranslation();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const close = () => setOverlay(null);
  useLiveDesk();
  useHotkey("?", () => setOverlay("help"));
  useHotkey("mod+k", () => setOverlay("palette"), { insideFields: true });

  return (
    <div className={classes.shell}>
      <a className="skip-link" href="#content">
        {t("app.skip")}
      </a>
      <NavRail onHelp={() => setOverlay("help")} onPalette={() => setOverlay("palette")} />
      <main className={classes.content} id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <Suspense fallback={null}>
        {overlay === "help" && <HelpOverlay onClose={close} />}
        {overlay === "palette" && <CommandPalette onClose={close} onHelp={() => setOverlay("help")} />}
      </Suspense>
    </div>
  );
}
