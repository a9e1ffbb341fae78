import { useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguageSwitch } from "~/app/useLanguageSwitch";
import { queues } from "~/desk/search";
import { chooseLanguage } from "~/i18n";
import { useSignOut } from "~/session/useSignOut";
import { Icon, type IconName } from "~/ui/Icon";
import { currentActions } from "./actions";
import { Dialog } from "./Dialog";
import classes from "./CommandPalette.module.css";

interface Command {
  id: string;
  label: string;
  icon: IconName;
  run: () => void;
}

interface CommandPaletteProps {
  onClose: () => void;
  onHelp: () => void;
}

export function CommandPalette({ onClose, onHelp }: CommandPaletteProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const all = useCommands(onHelp);
  const navigate = useNavigate();

  const wanted = text.trim().toLowerCase();
  const found = all.filter(({ label }) => label.toLowerCase().includes(wanted));
  const commands: Command[] =
    wanted === ""
      ? found
      : [
          ...found,
          {
            id: "search",
            label: t("palette.searchFor", { text: text.trim() }),
            icon: "search",
            run: () => void navigate({ to: "/desk", search: { queue: "all", q: text.trim() } }),
          },
        ];
  const at = Math.min(chosen, commands.length - 1);

  const run = (command: Command | undefined) => {
    onClose();
    command?.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setChosen((at + step + commands.length) % commands.length);
    else if (event.key === "Enter") run(commands[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog label={t("app.palette")} onClose={onClose} testId="palette">
      <div className={classes.field}>
        <Icon name="search" />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={`palette-${commands[at]?.id ?? ""}`}
          aria-label={t("palette.placeholder")}
          placeholder={t("palette.placeholder")}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul className={classes.list} id="palette-list" role="listbox" aria-label={t("app.palette")}>
        {commands.map((command, index) => (
          <li
            key={command.id}
            id={`palette-${command.id}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setChosen(index)}
            onClick={() => run(command)}
          >
            <Icon name={command.icon} size={16} />
            {command.label}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function useCommands(onHelp: () => void): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const language = useLanguageSwitch(chooseLanguage);
  // Mantine stops transitions for the switch with a style element, which the security policy forbids.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const actions = currentActions();

  return [
    ...(actions
      ? [{ id: "reply", label: t("help.open"), icon: "send" as const, run: () => setTimeout(actions.focusComposer) }]
      : []),
    ...(actions?.useDraft ? [{ id: "draft", label: t("help.use"), icon: "spark" as const, run: actions.useDraft }] : []),
    ...(actions?.toggleAssignment
      ? [{ id: "assign", label: t("help.assign"), icon: "person" as const, run: actions.toggleAssignment }]
      : []),
    ...queues.map((queue) => ({
      id: queue,
      label: `${t("app.desk")}: ${t(`queue.${queue}`)}`,
      icon: "desk" as const,
      run: () => void navigate({ to: "/desk", search: { queue } }),
    })),
    { id: "channels", label: t("app.channels"), icon: "channels", run: () => void navigate({ to: "/channels" }) },
    { id: "workflows", label: t("app.workflows"), icon: "workflows", run: () => void navigate({ to: "/workflows" }) },
    {
      id: "incidents",
      label: `${t("app.workflows")}: ${t("workflows.incidents")}`,
      icon: "alert",
      run: () => void navigate({ to: "/workflows/incidents" }),
    },
    { id: "light", label: t("app.themeLight"), icon: "sun", run: () => setColorScheme("light") },
    { id: "dark", label: t("app.themeDark"), icon: "moon", run: () => setColorScheme("dark") },
    { id: "language", label: t("app.language"), icon: "info", run: language.toggle },
    { id: "keys", label: t("app.help"), icon: "keyboard", run: () => setTimeout(onHelp) },
    { id: "out", label: t("app.signOut"), icon: "signOut", run: signOut },
  ];
}
