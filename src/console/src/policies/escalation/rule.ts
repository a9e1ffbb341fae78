/** Which interactions a rule is about, as a seller would say it. */
export const kinds = ["any", "review", "review12", "review13", "question", "chat"] as const;
export type Kind = (typeof kinds)[number];

export const urgencies = ["any", "high", "urgent"] as const;
export type Urgency = (typeof urgencies)[number];

/** What a rule waits for. */
export const clocks = ["waiting", "pastFirstResponse", "pastEscalate", "overdue", "pastHardDeadline", "similar"] as const;
export type Clock = (typeof clocks)[number];

export interface Localized {
  ru: string;
  en: string;
}

/** "When … for longer than … tell whom": what of a row the simple view shows and changes. */
export interface SimpleRule {
  enabled: boolean;
  kind: Kind;
  urgency: Urgency;
  clock: Clock;
  /** Working minutes, or complaints for `similar`; 0 for `overdue`, which has none. */
  amount: number;
  /** The hard deadline must have passed as well. */
  alsoOverdue: boolean;
  whom: string;
  /** From 1: each is reached once in an interaction's life. */
  level: number;
  message: Localized;
}

export const isTimed = (clock: Clock): boolean => clock !== "overdue" && clock !== "similar";

export const newRule: SimpleRule = {
  enabled: true,
  kind: "any",
  urgency: "any",
  clock: "waiting",
  amount: 60,
  alsoOverdue: false,
  whom: "manager",
  level: 1,
  message: { ru: "", en: "" },
};
