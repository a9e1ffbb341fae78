import { describe, expect, it } from "vitest";
import type { Reply } from "~/api/types";
import { colleague, detail, me } from "~/testing/interactions";
import { whatChanged } from "./whatChanged";

const read = detail();
const reply: Reply = { id: "r", text: "Ответ", state: "moderation", author: colleague, sentAt: null, publishedAt: null, rejectedAt: null, failure: null };

describe("whatChanged", () => {
  it("says nothing about what does not matter to the answer", () => {
    const current = detail({ revision: 5, escalationLevel: 1, priority: "high", draft: null, assignee: me });
    expect(whatChanged(read, current, me.id)).toEqual([]);
  });

  it("shows what the customer changed", () => {
    const current = detail({ text: "Уже разобралась", cons: "Гудит", rating: 4 });
    expect(whatChanged(read, current, me.id)).toEqual([
      { kind: "text", text: "Уже разобралась" },
      { kind: "cons", text: "Гудит" },
      { kind: "rating", before: 1, after: 4 },
    ]);
  });

  it("warns of a reply that is already there", () => {
    const current = detail({ replyState: "moderation", reply, canReply: false });
    expect(whatChanged(read, current, me.id)).toEqual([{ kind: "reply", state: "moderation", text: "Ответ" }]);
  });

  it("warns when a colleague took it, not when I did", () => {
    expect(whatChanged(read, detail({ assignee: colleague }), me.id)).toEqual([{ kind: "assignee", name: colleague.name }]);
    expect(whatChanged(read, detail({ assignee: me }), me.id)).toEqual([]);
  });

  it("says that it was closed when nothing else explains it", () => {
    expect(whatChanged(read, detail({ canReply: false }), me.id)).toEqual([{ kind: "closed" }]);
  });
});
