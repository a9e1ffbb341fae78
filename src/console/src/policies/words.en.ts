import { backtestEn } from "./backtest/words.en";
import { editorEn } from "./editor/words.en";
import { escalationEn } from "./escalation/words.en";
import { listEn } from "./list/words.en";
import { publishEn } from "./publish/words.en";
import { versionsEn } from "./versions/words.en";
import { whyEn } from "./why/words.en";

export const policiesEn = {
  title: "Rules",
  sessionText: "Sign in without closing the page: everything unsaved stays here.",
  toList: "To all rules",
  states: {
    draft: "Draft",
    shadow: "Shadow trial",
    active: "In force",
    retired: "Retired",
    scheduled: "Scheduled",
  },
  origins: {
    platform: "Shipped",
    seller: "Your version",
  },
  versionName: { platform: "shipped version {{number}}", seller: "your version {{number}}" },
  severity: { error: "Error", warning: "Warning", note: "Note" },
  hitPolicy: {
    unique: "At most one row applies",
    first: "The first row that applies decides",
    priority: "The most severe row decides",
    any: "All rows that apply say the same",
    collect: "All rows that apply count",
  },
  list: listEn,
  versions: versionsEn,
  publish: publishEn,
  backtest: backtestEn,
  escalation: escalationEn,
  why: whyEn,
  editor: editorEn,
};
