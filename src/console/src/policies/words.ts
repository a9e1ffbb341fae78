import i18n from "i18next";
import { policiesEn } from "./words.en";
import { policiesRu } from "./words.ru";

/** Not in the first bundle: whoever imports this has the words of policies in both languages. */
i18n.addResourceBundle("ru", "translation", { policies: policiesRu }, true, true);
i18n.addResourceBundle("en", "translation", { policies: policiesEn }, true, true);
