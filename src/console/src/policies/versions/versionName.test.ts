import i18n from "i18next";
import { beforeAll, expect, it } from "vitest";
import { startTranslations } from "~/i18n";
import { versionName, versionTitle } from "./versionName";

beforeAll(async () => {
  await startTranslations();
  await import("../words");
});

it.each([
  ["platform-3", "поставка 3", "Поставка 3"],
  ["seller-12", "ваша версия 12", "Ваша версия 12"],
  ["imported", "imported", "Imported"],
])("%s is %s", (label, name, title) => {
  expect(versionName(i18n.t, label)).toBe(name);
  expect(versionTitle(i18n.t, label)).toBe(title);
});
