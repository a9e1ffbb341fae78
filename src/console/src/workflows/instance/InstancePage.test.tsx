import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Role } from "~/api/types";
import { startTranslations } from "~/i18n";
import { type Answers, incident, instance, json, listen, openWorkflows, say } from "~/testing/workflows";
import { InstancePage } from "./InstancePage";

const state = "GET /workflows/instances/one";

const open = (answers: Answers, role?: Role) => openWorkflows("/workflows/instances/one", "instances/$instanceId", InstancePage, answers, role);

beforeAll(startTranslations);
afterEach(cleanup);

it("leads to everything that belongs to the instance", async () => {
  open({
    [state]: () =>
      json(200, instance({ isSandbox: true, interaction: { id: "r1", title: "Отзыв" }, parent: { id: "above" }, children: [{ id: "below", definitionName: "Эскалация", subStatus: "finished" }] })),
  });
  const href = async (testId: string) => (await screen.findByTestId(testId)).getAttribute("href");
  expect(await href("to-interaction")).toBe("/desk/r1");
  expect(await href("to-definition")).toBe("/workflows/definitions/life");
  expect(await href("to-parent")).toBe("/workflows/instances/above");
  expect(await href("to-child")).toBe("/workflows/instances/below");
  expect(screen.getByTestId("sandbox")).toBeDefined();
  expect(screen.getByTestId("instance-state").textContent).toBe("Ждёт");
});

it("says what it waits for and until when", async () => {
  open({ [state]: () => json(200, instance({ waits: [{ activityId: "w", activityName: "Срок ответа", name: "timer", due: new Date(Date.now() + 600_000).toISOString() }] })) });
  const wait = await screen.findByTestId("wait");
  expect(wait.textContent).toContain("Срок ответа");
  expect(screen.getByTestId("deadline").textContent).toBe("ещё 10 мин");
});

it("retries an incident and shows the instance anew in its frame", async () => {
  let incidents = [incident()];
  const retry = vi.fn(() => {
    incidents = [];
    return json(204, null);
  });
  open({ [state]: () => json(200, instance({ subStatus: "faulted", incidents })), "POST /workflows/incidents/i1/retry": retry });
  await screen.findByTestId("incident");
  say({ type: "ready" });
  const heard = listen();
  fireEvent.click(screen.getByTestId("incident-retry"));
  await waitFor(() => expect(screen.queryByTestId("incident")).toBeNull());
  expect(heard).toHaveBeenCalledWith({ source: "agentiq-console", type: "show", id: "one" }, window.location.origin);
  expect(retry).toHaveBeenCalledTimes(1);
});

it("cancels a running instance only after a second yes", async () => {
  const cancel = vi.fn(() => json(204, null));
  open({ [state]: () => json(200, instance()), "POST /workflows/instances/one/cancel": cancel });
  fireEvent.click(await screen.findByTestId("cancel-instance"));
  expect(cancel).not.toHaveBeenCalled();
  fireEvent.click(screen.getByTestId("cancel-submit"));
  await waitFor(() => expect(cancel).toHaveBeenCalledTimes(1));
});

it("offers nothing to cancel when the instance has ended, or to somebody who may only look", async () => {
  open({ [state]: () => json(200, instance({ subStatus: "finished", finishedAt: "2026-11-20T11:00:00Z" })) });
  await screen.findByTestId("instance-state");
  expect(screen.queryByTestId("cancel-instance")).toBeNull();
  cleanup();
  open({ [state]: () => json(200, instance()) }, "operator");
  await screen.findByTestId("instance-state");
  expect(screen.queryByTestId("cancel-instance")).toBeNull();
});
