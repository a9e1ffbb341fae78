import type { Translate } from "~/i18n/translate";

/** The words for a name that the server may extend at any time: an unknown one is shown readable, never as a key. */
function words(t: Translate, group: string, name: string): string {
  const key = `${group}.${name}`;
  const found = (t as unknown as (key: string, options: { defaultValue: string }) => string)(key, { defaultValue: "" });
  if (found !== "") return found;
  const readable = name.replaceAll(/[_-]+/g, " ");
  return readable.charAt(0).toUpperCase() + readable.slice(1);
}

export const intentName = (t: Translate, intent: string) => words(t, "intent", intent);
export const flagName = (t: Translate, flag: string) => words(t, "flag", flag);
export const eventName = (t: Translate, type: string) => words(t, "event", type);
export const ruleSetName = (t: Translate, set: string) => words(t, "reasons.sets", set);
export const sentimentName = (t: Translate, sentiment: string) => words(t, "sentiment", sentiment);
export const marketplaceName = (t: Translate, marketplace: string) => words(t, "marketplace", marketplace);
