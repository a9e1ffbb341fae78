import { CloseButton } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useHotkey } from "~/keyboard/useHotkey";
import { Icon } from "~/ui/Icon";
import classes from "./Filters.module.css";

interface SearchFieldProps {
  value: string;
  onChange: (value: string) => void;
}

export function SearchField({ value, onChange }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const tell = useDebouncedCallback((next: string) => onChange(next.trim()), 250);
  useHotkey("/", () => input.current?.select());

  // The address may change without us: back, a link, "clear filters".
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  const change = (next: string) => {
    setText(next);
    tell(next);
  };

  return (
    <div className={classes.search} role="search">
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="search"
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (text === "") event.currentTarget.blur();
          else change("");
        }}
        placeholder={t("filter.search")}
        aria-label={t("filter.search")}
        data-testid="search"
      />
      {text === "" ? <kbd aria-hidden>/</kbd> : <CloseButton size="sm" aria-label={t("filter.clearSearch")} onClick={() => change("")} />}
    </div>
  );
}
