import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { DecisionRows } from "~/desk/context/DecisionRows";
import { openPolicies, startPolicyWords } from "~/testing/policyPages";
import { json } from "~/testing/server";
import type { ExplainedCondition, ExplainedRow, PolicyExplanation } from "../api";

const question = (text: string, change: Partial<ExplainedCondition> = {}): ExplainedCondition => ({ kind: "question", text, truth: "true", actual: null, places: [], parts: [], ...change });
const row = (id: string, outcome: ExplainedRow["outcome"], conditions: ExplainedCondition[]): ExplainedRow => ({ id, description: `Правило ${id}`, sentence: `Если ${id}`, outcome, conditions });

const explanation: PolicyExplanation = {
  set: "priority",
  title: "Приоритет",
  version: "platform-3",
  exact: false,
  inexactBecause: "Текст покупателя уже удалён.",
  outputs: [{ output: "priority", title: "приоритет", value: "срочно" }],
  tables: [
    {
      name: "cases",
      title: "Случаи",
      hitPolicy: "first",
      rows: [
        row("чат", "notMatched", [question("канал чат", { truth: "false" })]),
        row("суд", "nearMiss", [question("отзыв"), question("в тексте «суд»", { truth: "unknown" })]),
        row("плохой отзыв", "decided", [
          question("оценка 1–2", { actual: "1" }),
          question("в тексте «вернуть»", { actual: "Как вернуть деньги?", places: ["вернуть"] }),
          { kind: "any", text: "", truth: "true", actual: null, places: [], parts: [question("тема брак", { truth: "false", actual: "другое" })] },
        ]),
      ],
    },
  ],
};

async function open(answer = () => json(200, explanation)) {
  const decision = { id: "d", stage: "priority", set: "priority", version: "platform-3", at: "2026-11-20T10:00:00Z", rows: [], outputs: {} };
  openPolicies("/policies", "/", () => <DecisionRows interactionId="i" decision={decision as never} />, { "GET /interactions/i/decisions/d/explanation": answer });
  fireEvent.click(await screen.findByTestId("why-priority"));
  return screen.findByTestId("why");
}

beforeAll(startPolicyWords);
afterEach(cleanup);

it("explains a decision of the desk: what decided first, then what nearly did", async () => {
  const drawer = await open();
  const shown = await within(drawer).findAllByTestId("why-rule");
  expect(shown.map((each) => each.dataset.outcome)).toEqual(["decided", "nearMiss", "notMatched"]);
  expect(shown[1]?.textContent).toContain("Не хватило: в тексте «суд»");
  expect(within(drawer).getByTestId("why-rest").textContent).toContain("Ещё 1 правило не подошло");
  expect(within(drawer).getByTestId("why-version").getAttribute("href")).toBe("/policies/priority?version=platform-3");
  expect(drawer.textContent).toContain("Текст покупателя уже удалён.");
});

it("says of each condition in words whether it held and what was there, and marks what was found", async () => {
  const drawer = await open();
  const [decided] = await within(drawer).findAllByTestId("why-rule");
  expect(decided?.textContent).toMatch(/Да.*оценка 1–2.*на самом деле: 1/);
  expect(decided?.textContent).toMatch(/Хотя бы одно из условий.*Нет.*тема брак.*другое/);
  expect([...(decided?.querySelectorAll("mark") ?? [])].map(({ textContent }) => textContent)).toEqual(["вернуть"]);
});

it("finds the rule that did not apply", async () => {
  const drawer = await open();
  fireEvent.change(await within(drawer).findByTestId("why-search"), { target: { value: "чат" } });
  const found = within(drawer).getAllByTestId("why-rule");
  expect(found).toHaveLength(1);
  expect(found[0]?.textContent).toMatch(/Нет.*канал чат/);
  fireEvent.change(within(drawer).getByTestId("why-search"), { target: { value: "возврат" } });
  expect(drawer.textContent).toContain("Такого правила в этих правилах нет");
});

it("says when there is nothing to explain from any more", async () => {
  const drawer = await open(() => json(404, { title: "Not found" }));
  expect(await within(drawer).findByText("Не найдено")).toBeDefined();
});
