import type { InteractionDetail, InteractionSummary } from "~/api/types";

export const me = { id: "11111111-1111-7111-8111-111111111111", name: "Анна Котова" };
export const colleague = { id: "22222222-2222-7222-8222-222222222222", name: "Игорь Лебедев" };

export function summary(change: Partial<InteractionSummary> = {}): InteractionSummary {
  return {
    id: "33333333-3333-7333-8333-333333333333",
    marketplace: "wildberries",
    channel: "review",
    externalId: "fb1",
    customerName: "Марина",
    subject: "Чайник",
    preview: "Пришёл с трещиной",
    rating: 1,
    ratingOnly: false,
    status: "new",
    priority: "urgent",
    intent: "defect_not_working",
    flags: [],
    escalationLevel: 0,
    escalatedTo: null,
    needsPerson: false,
    replyState: "none",
    assignee: null,
    occurredAt: "2026-11-20T10:00:00Z",
    receivedAt: "2026-11-20T10:00:20Z",
    firstResponseDue: "2026-11-20T10:30:00Z",
    escalateAt: "2026-11-20T10:15:00Z",
    hardDeadline: "2026-11-20T11:00:00Z",
    revision: 1,
    ...change,
  };
}

export function detail(change: Partial<InteractionDetail> = {}): InteractionDetail {
  return {
    ...summary(),
    text: "Пришёл с трещиной, как вернуть деньги?",
    pros: "",
    cons: "",
    sentiment: "negative",
    product: { id: null, article: null, name: null, url: null },
    sellerCabinetUrl: null,
    draft: {
      id: "44444444-4444-7444-8444-444444444444",
      text: "Здравствуйте! Нам очень жаль, что чайник приехал с трещиной.",
      source: "template",
      template: null,
      violations: [],
      warnings: [],
      createdAt: "2026-11-20T10:00:30Z",
    },
    reply: null,
    decisions: [],
    links: [],
    events: [],
    limits: { hardMin: 2, hardMax: 5000, styleMin: 20, styleMax: 500 },
    canReply: true,
    workflowInstanceId: null,
    incident: null,
    isSandbox: false,
    ...change,
  };
}
