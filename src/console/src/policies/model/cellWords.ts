import { currentLanguage } from "~/i18n/language";
import { editorEn } from "../editor/words.en";
import { editorRu } from "../editor/words.ru";

/** The words that cells are written and read with; what is copied in one language is pasted in it. */
export type CellWords = typeof editorRu.cell & { language: "ru" | "en" };

export const cellWordsOf = (language: "ru" | "en"): CellWords => ({ ...(language === "en" ? editorEn.cell : editorRu.cell), language });

/** A new object only with a new language: rows are drawn again when it changes. */
const made: Partial<Record<"ru" | "en", CellWords>> = {};
export const cellWords = (): CellWords => (made[currentLanguage()] ??= cellWordsOf(currentLanguage()));

export const fill = (template: string, value: string): string => template.replace("{{value}}", value);
