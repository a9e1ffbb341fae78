import { UnstyledButton } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { channels, type DeskSearch, isFiltered, priorities } from "../search";
import { FilterMenu } from "./FilterMenu";
import { SearchField } from "./SearchField";
import classes from "./Filters.module.css";

export function Filters() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/inside/desk" });
  const navigate = useNavigate({ from: "/desk" });
  const change = (part: { [K in keyof DeskSearch]: DeskSearch[K] | undefined }) =>
    void navigate({
      to: ".",
      replace: true,
      search: (now: DeskSearch) => Object.fromEntries(Object.entries({ ...now, ...part }).filter(([, value]) => value !== undefined)),
    });

  return (
    <div className={classes.filters}>
      <SearchField value={search.q ?? ""} onChange={(q) => change({ q: q === "" ? undefined : q })} />
      <div className={classes.row}>
        <FilterMenu
          label={t("filter.channel")}
          anyLabel={t("filter.anyChannel")}
          options={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
          value={search.channel}
          onChange={(channel) => change({ channel })}
          testId="filter-channel"
        />
        <FilterMenu
          label={t("filter.priority")}
          anyLabel={t("filter.anyPriority")}
          options={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
          value={search.priority}
          onChange={(priority) => change({ priority })}
          testId="filter-priority"
        />
        <UnstyledButton
          className={classes.chip}
          aria-pressed={search.mine === true}
          onClick={() => change({ mine: search.mine ? undefined : true })}
          data-testid="filter-mine"
        >
          {t("filter.mine")}
        </UnstyledButton>
        {isFiltered(search) && (
          <UnstyledButton
            className={classes.reset}
            onClick={() => change({ q: undefined, channel: undefined, priority: undefined, mine: undefined })}
            data-testid="filter-reset"
          >
            {t("filter.reset")}
          </UnstyledButton>
        )}
      </div>
    </div>
  );
}
