import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { keys } from "~/api/queries";
import type { Language } from "~/i18n/language";

/** Switches the language; what the server says in words (reasons, remarks) is asked for again. */
export function useLanguageSwitch(choose: (language: Language) => Promise<void>): { other: Language; toggle: () => void } {
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const other: Language = i18n.language === "en" ? "ru" : "en";
  const toggle = () =>
    void choose(other).then(() => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.session[0] }));
  return { other, toggle };
}
