import type { Translate } from "~/i18n/translate";
import type { VersionView } from "../api";

/** A version label in words: "platform-3" is «поставка 3», "seller-2" is «ваша версия 2». An unknown form stays as it is. */
export function versionName(t: Translate, label: string): string {
  const [, origin, number] = /^(platform|seller)-(\d+)$/.exec(label) ?? [];
  return origin === "platform" || origin === "seller" ? t(`policies.versionName.${origin}`, { number }) : label;
}

/** The same for the beginning of a line. */
export function versionTitle(t: Translate, label: string): string {
  const name = versionName(t, label);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Who made a version; null for what a release brought. */
export function authorOf({ author, origin }: VersionView): string | null {
  if (origin === "platform" || author === null) return null;
  return typeof author === "string" ? author : author.name;
}
