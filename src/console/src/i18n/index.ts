import dayjs from "dayjs";
import "dayjs/locale/ru";
import i18n from "i18next";
import { initReactI18next } from "react-i18next";
import { currentLanguage, type Language, rememberLanguage } from "./language";
import type { policiesRu } from "~/policies/words.ru";
import { ru } from "./ru";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    /** The words of policies are loaded with their pages (policies/words.ts). */
    resources: { translation: typeof ru & { policies: typeof policiesRu } };
    returnNull: false;
  }
}

/** Starts with Russian in the bundle; English is loaded when somebody chose it. */
export async function startTranslations(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: "ru",
    fallbackLng: "ru",
    resources: { ru: { translation: ru } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    showSupportNotice: false,
  });
  await apply(currentLanguage());
}

export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await apply(language);
}

async function apply(language: Language): Promise<void> {
  if (language === "en" && i18n.getResource("en", "translation", "app") === undefined) {
    const { en } = await import("./en");
    i18n.addResourceBundle("en", "translation", en, true, true);
  }
  dayjs.locale(language);
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}
