import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Role } from "~/api/types";
import { startTranslations } from "~/i18n";
import { type Answers, incident, json, openWorkflows } from "~/testing/workflows";
import { IncidentsPage } from "./IncidentsPage";

const list = "GET /workflows/incidents";
const one = { ...incident(), instanceId: "one", definitionName: "Жизнь обращения", interaction: { id: "r1", title: "Отзыв" } };

const open = (answers: Answers, role?: Role) => openWorkflows("/workflows/incidents", "incidents", IncidentsPage, { [list]: () => json(200, [one]), ...answers }, role);

beforeAll(startTranslations);
afterEach(cleanup);

it("lists what waits for somebody, with the ways to the instance and the interaction, and counts it", async () => {
  open({});
  expect((await screen.findByTestId("incident-instance")).getAttribute("href")).toBe("/workflows/instances/one");
  expect(screen.getByTestId("incident-interaction").getAttribute("href")).toBe("/desk/r1");
  expect(screen.getByTestId("open-incidents").textContent).toBe("11 сбой ждёт решения");
});

it("skips by the outcome that a person chose, and not before", async () => {
  const skip = vi.fn(() => json(204, null));
  open({ "POST /workflows/incidents/i1/skip": skip });
  fireEvent.click(await screen.findByTestId("incident-skip"));
  expect(screen.getByTestId<HTMLButtonElement>("skip-submit").disabled).toBe(true);
  fireEvent.click(screen.getByLabelText("None"));
  fireEvent.click(screen.getByTestId("skip-submit"));
  await waitFor(() => expect(skip).toHaveBeenCalledWith({ outcome: "None" }, expect.anything()));
});

it("asks before it cancels, and does nothing when the answer is no", async () => {
  const cancel = vi.fn(() => json(204, null));
  open({ "POST /workflows/incidents/i1/cancel": cancel });
  fireEvent.click(await screen.findByTestId("incident-cancel"));
  fireEvent.click(screen.getByText("Не останавливать"));
  expect(screen.queryByTestId("cancel")).toBeNull();
  fireEvent.click(screen.getByTestId("incident-cancel"));
  fireEvent.click(screen.getByTestId("cancel-submit"));
  await waitFor(() => expect(cancel).toHaveBeenCalledTimes(1));
});

it("offers no skipping where there is nothing to go on by", async () => {
  open({ [list]: () => json(200, [{ ...one, kind: "work", activityName: null, outcomes: [] }]) });
  expect((await screen.findByTestId("incident")).textContent).toContain("Внутренняя работа");
  expect(screen.queryByTestId("incident-skip")).toBeNull();
});

it.each([
  [409, { title: "Conflict", code: "incident_resolved" }, "Этот сбой уже решён."],
  [409, { title: "Conflict", detail: "Другой запуск занял место.", code: "activation_refused" }, "Не получилось. Другой запуск занял место."],
])("says what came of a retry that was refused: %d %j", async (status, problem, words) => {
  open({ "POST /workflows/incidents/i1/retry": () => json(status, problem) });
  fireEvent.click(await screen.findByTestId("incident-retry"));
  expect((await screen.findByText(words)).getAttribute("role")).toBe("alert");
});

it("shows an operator what happened, and who may decide", async () => {
  open({}, "operator");
  expect((await screen.findByTestId("incident")).textContent).toContain("владелец и менеджер");
  expect(screen.queryByTestId("incident-retry")).toBeNull();
});

it("says that all is well when nothing waits", async () => {
  open({ [list]: () => json(200, []) });
  expect(await screen.findByText("Сбоев нет")).toBeDefined();
  expect(screen.queryByTestId("open-incidents")).toBeNull();
});
