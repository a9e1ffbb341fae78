import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import classes from "./OptionList.module.css";

export interface Option {
  value: string;
  label: string;
  hint?: string;
  group?: string;
}

interface OptionListProps {
  label: string;
  options: Option[];
  chosen: string[];
  /** Several may be chosen; else choosing one is the end of it. */
  many: boolean;
  onChoose: (chosen: string[]) => void;
  /** One was chosen where one is all. */
  onDone?: () => void;
  /** What was typed to open it. */
  search?: string;
}

const fewOptions = 7;

/** A list to choose from, with a search when it is long. Arrows walk, Space and Enter choose. */
export function OptionList({ label, options, chosen, many, onChoose, onDone, search: typed = "" }: OptionListProps) {
  const { t } = useTranslation();
  const id = useId();
  const searches = options.length > fewOptions || typed !== "";
  const [search, setSearch] = useState(typed);
  const wanted = search.trim().toLowerCase();
  const found = wanted === "" ? options : options.filter(({ value, label: words, hint }) => [words, value, hint ?? ""].some((text) => text.toLowerCase().includes(wanted)));
  const firstChosen = found.findIndex(({ value }) => chosen.includes(value));
  const [at, setAt] = useState(typed === "" ? Math.max(firstChosen, 0) : 0);
  const active = Math.min(at, found.length - 1);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const choose = ({ value }: Option) => {
    if (!many) {
      onChoose([value]);
      onDone?.();
      return;
    }
    // In the order of the list, however they were chosen.
    onChoose(options.map((option) => option.value).filter((one) => (one === value ? !chosen.includes(value) : chosen.includes(one))));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const option = found[active];
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) setAt((active + step + found.length) % found.length);
    else if (event.key === "Home" && search === "") setAt(0);
    else if (event.key === "End" && search === "") setAt(found.length - 1);
    else if (event.key === " " && search === "" && option) choose(option);
    else if (event.key === "Enter" && option && !event.ctrlKey && (!many || search !== "")) {
      choose(option);
      setSearch("");
    } else return;
    event.preventDefault();
    // Enter has chosen; it does not close the window around as well.
    event.stopPropagation();
  };

  const activeId = found[active] ? `${id}-${found[active].value}` : undefined;
  return (
    <div className={classes.choice}>
      {searches && (
        <input
          className={classes.search}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={activeId}
          aria-label={t("policies.editor.edit.search")}
          placeholder={t("policies.editor.edit.search")}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          data-testid="option-search"
        />
      )}
      <div
        ref={list}
        id={`${id}-list`}
        className={classes.list}
        role="listbox"
        aria-label={label}
        aria-multiselectable={many}
        {...(!searches && { tabIndex: 0, "data-autofocus": true, "aria-activedescendant": activeId, onKeyDown })}
      >
        {found.map((option, index) => {
          const isChosen = chosen.includes(option.value);
          return (
            <div key={option.value} role="presentation">
              {option.group !== undefined && option.group !== found[index - 1]?.group && <p className={classes.group}>{option.group}</p>}
              <div
                id={`${id}-${option.value}`}
                className={classes.option}
                role="option"
                aria-selected={isChosen}
                data-active={index === active || undefined}
                data-many={many || undefined}
                onClick={() => {
                  setAt(index);
                  choose(option);
                }}
                data-testid={`option-${option.value}`}
              >
                <span className={classes.box}>{isChosen && <Icon name="check" size={14} />}</span>
                <span className={classes.words}>
                  {option.label}
                  {option.hint !== undefined && option.hint !== "" && <small>{option.hint}</small>}
                </span>
              </div>
            </div>
          );
        })}
      </div>
      {found.length === 0 && (
        <p className={classes.none} role="status">
          {t("policies.editor.edit.noOptions")}
        </p>
      )}
    </div>
  );
}
