import { Menu, UnstyledButton } from "@mantine/core";
import { Icon } from "~/ui/Icon";
import classes from "./Filters.module.css";

interface FilterMenuProps<T extends string> {
  label: string;
  anyLabel: string;
  options: { value: T; label: string }[];
  value: T | undefined;
  onChange: (value: T | undefined) => void;
  testId: string;
}

const any = "any";

export function FilterMenu<T extends string>({ label, anyLabel, options, value, onChange, testId }: FilterMenuProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu position="bottom-start" shadow="md" offset={4}>
      <Menu.Target>
        <UnstyledButton className={classes.chip} data-active={chosen !== undefined || undefined} data-testid={testId}>
          {chosen?.label ?? label}
          <Icon name="down" size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={value ?? any} onChange={(next) => onChange(options.find((option) => option.value === next)?.value)}>
          <Menu.RadioItem value={any} closeMenuOnClick>
            {anyLabel}
          </Menu.RadioItem>
          {options.map((option) => (
            <Menu.RadioItem key={option.value} value={option.value} closeMenuOnClick>
              {option.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
