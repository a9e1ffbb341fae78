import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { checked, openPolicies, policyFinding, startPolicyWords, summaryOf, version } from "~/testing/policyPages";
import { type Answers, json } from "~/testing/server";
import { PolicyListPage } from "./PolicyListPage";

const sets = [
  summaryOf("escalation"),
  summaryOf("sla", { active: version("seller-4", { inForce: true }), platformIsNewer: true, drafts: 2, findings: { errors: 1, warnings: 0 } }),
  summaryOf("priority", { shadow: "seller-1" }),
];

const open = (answers: Answers = {}) =>
  openPolicies("/policies", "/", PolicyListPage, {
    "GET /policies": () => json(200, sets),
    "GET /policies/priority/shadow": () => json(200, { version: "seller-1", since: null, decisions: 100, differing: 7, outputs: [], samples: [] }),
    ...answers,
  });

const choose = async (text: string) => {
  const file = new File([text], "мои.json", { type: "application/json" });
  fireEvent.change(await screen.findByTestId("import-file"), { target: { files: [file] } });
};

beforeAll(startPolicyWords);
afterEach(cleanup);

it("lists the sets in the order of their stages, with what each decides", async () => {
  open();
  await screen.findByTestId("policy-sla");
  expect(screen.getAllByRole("article").map((card) => card.dataset.testid)).toEqual(["policy-priority", "policy-sla", "policy-escalation"]);
  expect(screen.getByTestId("policy-priority").textContent).toContain("Насколько срочно обращение");
});

it("says what asks for attention", async () => {
  open();
  const sla = await screen.findByTestId("policy-sla");
  for (const words of ["Ваша версия 4", "Анна Котова", "1 ошибка", "2 черновика", "Вышла новая версия поставки", "30 примеров"]) expect(sla.textContent).toContain(words);
  await waitFor(() => expect(screen.getByTestId("policy-priority").textContent).toContain("решила иначе 7 из 100"));
});

it("offers the simple view for escalation alone", async () => {
  open();
  await screen.findByTestId("policy-sla");
  expect(screen.getAllByRole("link", { name: "Простой вид" }).map((link) => link.getAttribute("href"))).toEqual(["/policies/escalation/simple"]);
});

it("saves a file as a draft after saying what is in it", async () => {
  const save = vi.fn<(body: unknown) => Response>(() => json(201, { version: version("seller-5", { state: "draft" }), check: checked() }));
  const { where } = open({ "POST /policies/sla/check": () => json(200, checked({ canPublish: false, findings: [policyFinding()] })), "POST /policies/sla/versions": save });
  await choose('{"name":"sla"}');
  expect((await screen.findByText(/1 ошибка: её нужно исправить/)).textContent).toBeDefined();
  fireEvent.click(screen.getByTestId("import-submit"));
  await waitFor(() => expect(where()).toBe("/policies/sla"));
  expect(save.mock.calls[0]?.[0]).toEqual({ document: '{"name":"sla"}', note: "Из файла «мои.json»" });
});

it.each([
  ["{", /Это не JSON/],
  ['{"name":"returns"}', /Правил «returns» здесь нет/],
  ["{}", /нет поля name/],
])("refuses the file %s and says why", async (text, words) => {
  open();
  await choose(text);
  expect((await screen.findByRole("alert")).textContent).toMatch(words);
});

it("does not save what cannot be read", async () => {
  open({ "POST /policies/sla/check": () => json(200, checked({ readable: false, canPublish: false, findings: [policyFinding({ kind: "unreadable", message: "Столбца нет." })] })) });
  await choose('{"name":"sla"}');
  await screen.findByText("Столбца нет.");
  expect(screen.getByTestId<HTMLButtonElement>("import-submit").disabled).toBe(true);
});

it("offers no import to those who may not change rules", async () => {
  open({ "GET /policies": () => json(200, sets.map((set) => ({ ...set, canManage: false }))) });
  await screen.findByTestId("policy-sla");
  expect(screen.queryByTestId("import")).toBeNull();
});
