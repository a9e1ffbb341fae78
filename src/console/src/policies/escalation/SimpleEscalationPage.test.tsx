import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Role } from "~/api/types";
import { checked, openPolicies, policySet, startPolicyWords, version } from "~/testing/policyPages";
import { field } from "~/testing/policies";
import { type Answers, json } from "~/testing/server";
import type { PolicyCheck } from "../api";
import type { EscalationDocument } from "./document";
import { SimpleEscalationPage } from "./SimpleEscalationPage";

const document: EscalationDocument = {
  name: "escalation",
  tables: [
    {
      name: "levels",
      columns: [{ field: "escalation_level", op: "lt" }, { field: "waiting_minutes", op: "gte" }, { field: "intent", op: "eq" }],
      rows: [
        { id: "special", description: { ru: "Угроза судом", en: "Legal threat" }, when: { escalation_level: 2, intent: "other" }, then: { escalate: true, level: 2, whom: "owner" } },
        { id: "waits", description: { ru: "Ждёт", en: "Waits" }, when: { escalation_level: 1, waiting_minutes: 30 }, then: { escalate: true, level: 1, whom: "manager", message: { ru: "Ждёт", en: "Waits" } } },
      ],
    },
  ],
  examples: [{ name: "Полчаса", facts: { waiting_minutes: 30 }, outputs: { level: 1 }, rows: ["waits"] }],
};
const whom = { ...field("whom", "enum", { values: ["nobody", "operator", "manager", "owner"].map((value) => ({ value, label: value })) }), merge: null };
const policy = policySet({ name: "escalation", title: "Эскалация", document: JSON.stringify(document), documentVersion: "seller-1", outputs: [whom] });

const open = (answers: Answers = {}, role?: Role) =>
  openPolicies("/policies/escalation/simple", "escalation/simple", SimpleEscalationPage, {
    "GET /policies/escalation": () => json(200, policy),
    "POST /policies/escalation/check": () => json(200, checked({ sentences: { special: "Если тема «Другое», то владельцу." } })),
    ...answers,
  }, role);

const rules = async () => screen.findAllByTestId("rule");
const textOf = (call: unknown): EscalationDocument => JSON.parse((call as { document: string }).document) as EscalationDocument;

beforeAll(startPolicyWords);
afterEach(() => {
  cleanup();
  localStorage.clear();
});

it("shows rules as sentences, and what is more than that as special", async () => {
  open();
  const [rule] = await rules();
  if (!rule) throw new Error("No rule");
  expect(within(rule).getByTestId<HTMLSelectElement>("whom").selectedOptions[0]?.textContent).toBe("руководителю");
  expect(within(rule).getByTestId<HTMLInputElement>("amount").value).toBe("30");
  expect(screen.getByTestId("special-rule").textContent).toContain("Угроза судом");
  await screen.findByText("Если тема «Другое», то владельцу.");
  expect(screen.getByTestId<HTMLButtonElement>("save-publish").disabled).toBe(true);
});

it("saves a change into the same document and goes on to its publication", async () => {
  const save = vi.fn<(body: unknown) => Response>(() => json(201, { version: version("seller-3", { state: "draft" }), check: checked() }));
  open({
    "POST /policies/escalation/versions": save,
    "GET /policies/escalation/versions/seller-3": () => json(200, { version: version("seller-3", { state: "draft" }), document: "{}" }),
    "GET /policies/escalation/comparison": () => json(200, { from: "seller-1", to: "seller-3", changes: [] }),
  });
  const [rule] = await rules();
  if (!rule) throw new Error("No rule");
  fireEvent.change(within(rule).getByTestId("amount"), { target: { value: "45" } });
  fireEvent.change(within(rule).getByTestId("kind"), { target: { value: "review12" } });
  const button = screen.getByTestId<HTMLButtonElement>("save-publish");
  await waitFor(() => expect(button.disabled).toBe(false), { timeout: 3000 });
  fireEvent.click(button);
  await screen.findByTestId("publish");
  const saved = textOf(save.mock.calls[0]?.[0]);
  expect(saved.tables[0]?.rows[0]).toEqual(document.tables[0]?.rows[0]);
  expect(saved.tables[0]?.rows[1]?.when).toEqual({ escalation_level: 1, waiting_minutes: 45, rating: [1, 2] });
  expect(saved.examples).toEqual(document.examples);
  expect(localStorage.length).toBe(0);
});

it("keeps a change on the device, where the editor finds it too, until it is discarded", async () => {
  open();
  fireEvent.click(await screen.findByTestId("add-rule"));
  expect(await rules()).toHaveLength(2);
  cleanup();
  open();
  expect(await rules()).toHaveLength(2);
  fireEvent.click(screen.getByTestId("discard"));
  expect(await rules()).toHaveLength(1);
  expect(localStorage.length).toBe(0);
});

it("brings a deleted rule back", async () => {
  open();
  fireEvent.click(await screen.findByTestId("rule-remove"));
  expect(screen.queryByTestId("rule")).toBeNull();
  fireEvent.click(screen.getByTestId("restore"));
  expect(await rules()).toHaveLength(1);
});

it("does not publish while an example fails, until the new outcome is accepted", async () => {
  const check = vi.fn((body: unknown): Response => {
    const passed = textOf(body).examples?.[0]?.outputs?.level === 0;
    const example: PolicyCheck["examples"][number] = { name: "Полчаса", path: "$.examples[0]", passed, failure: passed ? null : "ожидалось 1, вышло 0", outputs: { level: 0 }, rows: [] };
    return json(200, checked({ canPublish: passed, examples: [example] }));
  });
  open({ "POST /policies/escalation/check": check });
  fireEvent.change(await screen.findByTestId("amount"), { target: { value: "45" } });
  fireEvent.click(await screen.findByTestId("accept"));
  const button = screen.getByTestId<HTMLButtonElement>("save-publish");
  await waitFor(() => expect(button.disabled).toBe(false), { timeout: 3000 });
  expect(textOf(check.mock.lastCall?.[0]).examples).toEqual([{ name: "Полчаса", facts: { waiting_minutes: 30 }, outputs: { level: 0 }, rows: [] }]);
});

it("asks to look at a message that a person wrote when its condition changes", async () => {
  open();
  fireEvent.change(await screen.findByTestId("amount"), { target: { value: "45" } });
  const stale = await screen.findByTestId("message-stale");
  fireEvent.click(within(stale).getByRole("button"));
  expect(screen.getByTestId<HTMLInputElement>("rule-message").value).toBe("Обращение ждёт ответа дольше 45 минут");
  expect(screen.queryByTestId("message-stale")).toBeNull();
});

it("is for looking only to those who may not change rules", async () => {
  open({ "GET /policies/escalation": () => json(200, { ...policy, canManage: false }) }, "operator");
  await rules();
  expect(screen.getByText(/Менять правила могут владелец и менеджер/)).toBeDefined();
  expect(screen.queryByTestId("save-publish")).toBeNull();
  expect(screen.getByTestId<HTMLSelectElement>("whom").disabled).toBe(true);
});

it("leads to the table when it cannot read the rules", async () => {
  open({ "GET /policies/escalation": () => json(200, { ...policy, document: "{" }) });
  expect(await screen.findByText("Простой вид не может прочитать эти правила")).toBeDefined();
});
