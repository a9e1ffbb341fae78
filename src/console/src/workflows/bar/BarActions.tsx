import { ActionIcon, Button, Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "~/ui/Icon";
import classes from "./Bar.module.css";

export interface BarAction {
  id: string;
  label: string;
  icon: IconName;
  run: () => void;
  disabled?: boolean;
  primary?: boolean;
}

/** Buttons where there is room, one menu where there is not. */
export function BarActions({ actions }: { actions: BarAction[] }) {
  const { t } = useTranslation();
  const narrow = useMediaQuery("(max-width: 61.99em)", false, { getInitialValueInEffect: false });
  if (actions.length === 0) return null;
  if (!narrow) {
    return (
      <div className={classes.actions}>
        {actions.map(({ id, label, icon, run, disabled = false, primary = false }) => (
          <Button
            key={id}
            size="compact-md"
            variant={primary ? "filled" : "default"}
            leftSection={<Icon name={icon} size={16} />}
            disabled={disabled}
            onClick={run}
            data-testid={id}
          >
            {label}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <div className={classes.actions}>
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={40} aria-label={t("workflows.more")} data-testid="bar-menu">
            <Icon name="dots" size={22} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map(({ id, label, icon, run, disabled = false }) => (
            <Menu.Item key={id} leftSection={<Icon name={icon} size={16} />} disabled={disabled} onClick={run} data-testid={id}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
