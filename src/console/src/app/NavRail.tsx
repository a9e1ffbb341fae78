import { Menu, Tooltip, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "~/i18n";
import { useSession } from "~/session/session";
import { useSignOut } from "~/session/useSignOut";
import { Icon, type IconName } from "~/ui/Icon";
import { initials } from "~/ui/initials";
import { Logo } from "~/ui/Logo";
import { useLanguageSwitch } from "./useLanguageSwitch";
import classes from "./NavRail.module.css";

interface NavRailProps {
  onHelp: () => void;
  onPalette: () => void;
}

export function NavRail({ onHelp, onPalette }: NavRailProps) {
  const { t } = useTranslation();
  const language = useLanguageSwitch(chooseLanguage);
  const session = useSession();
  const signOut = useSignOut();
  // Mantine stops transitions for the switch with a style element, which the security policy forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme("light") === "dark";
  const { id, set, definitionId, instanceId } = useParams({ strict: false });

  return (
    <nav className={classes.rail} aria-label={t("app.mainNavigation")} data-inside={(id ?? set ?? definitionId ?? instanceId) !== undefined || undefined}>
      <span className={classes.logo}>
        <Logo />
      </span>
      <Section to="/desk" icon="desk" label={t("app.desk")} />
      <Section to="/channels" icon="channels" label={t("app.channels")} />
      <Section to="/policies" icon="policies" label={t("app.policies")} />
      <Section to="/workflows" icon="workflows" label={t("app.workflows")} />
      <span className={classes.space} />
      <span className={classes.wide}>
        <Tool icon="search" label={`${t("app.palette")} · Ctrl+K`} onClick={onPalette} />
        <Tool icon="keyboard" label={`${t("app.help")} · ?`} onClick={onHelp} />
      </span>
      <Tool
        icon={dark ? "sun" : "moon"}
        label={t(dark ? "app.themeLight" : "app.themeDark")}
        onClick={() => setColorScheme(dark ? "light" : "dark")}
        testId="theme"
      />
      <Tooltip label={t("app.language")} position="right" openDelay={400}>
        <UnstyledButton className={classes.tool} onClick={language.toggle} data-testid="language">
          <span aria-hidden>{language.other.toUpperCase()}</span>
          <span className="visually-hidden">{t("app.language")}</span>
        </UnstyledButton>
      </Tooltip>
      {session && (
        <Menu position="right-end" shadow="md" withinPortal>
          <Menu.Target>
            <UnstyledButton
              className={classes.avatar}
              data-testid="account"
            >
              <span aria-hidden>{initials(session.user.name)}</span>
              <span className="visually-hidden">{t("app.account", { name: session.user.name, seller: session.seller.name })}</span>
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <div className={classes.who}>
              <strong>{session.user.name}</strong>
              <span>{session.user.email}</span>
              <span>{session.seller.name}</span>
            </div>
            <Menu.Divider />
            <Menu.Item leftSection={<Icon name="signOut" size={16} />} onClick={signOut} data-testid="sign-out">
              {t("app.signOut")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}

interface SectionProps {
  to: "/desk" | "/channels" | "/policies" | "/workflows";
  icon: IconName;
  label: string;
}

function Section({ to, icon, label }: SectionProps) {
  return (
    <Link to={to} className={classes.section} activeProps={{ "data-active": true }} data-testid={`nav-${icon}`}>
      <Icon name={icon} size={21} />
      <span>{label}</span>
    </Link>
  );
}

interface ToolProps {
  icon: IconName;
  label: string;
  onClick: () => void;
  testId?: string;
}

function Tool({ icon, label, onClick, testId }: ToolProps) {
  return (
    <Tooltip label={label} position="right" openDelay={400}>
      <UnstyledButton className={classes.tool} onClick={onClick} aria-label={label} data-testid={testId}>
        <Icon name={icon} size={18} />
      </UnstyledButton>
    </Tooltip>
  );
}
