import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Role } from "~/api/types";
import { startTranslations } from "~/i18n";
import { type Answers, change, definition, finding, frame, json, listen, openWorkflows, say, sessionOf } from "~/testing/workflows";
import { findingsQuery } from "../queries";
import { DefinitionPage } from "./DefinitionPage";

const state = "GET /workflows/definitions/life";
const findings = "GET /workflows/definitions/life/findings";

const open = (answers: Answers = {}, role?: Role) =>
  openWorkflows("/workflows/definitions/life", "definitions/$definitionId", DefinitionPage, { [state]: () => json(200, definition()), ...answers }, role);

beforeAll(startTranslations);
afterEach(cleanup);

it("shows the editor's frame until it is ready, in the language of the page", async () => {
  open();
  await screen.findByText("Жизнь обращения");
  expect(frame().getAttribute("src")).toBe("/studio/definitions/life?lang=ru");
  expect(frame().title).toBe("Редактор процесса «Жизнь обращения»");
  expect(screen.queryByTestId("studio-loading")).not.toBeNull();
  say({ type: "ready" });
  expect(screen.queryByTestId("studio-loading")).toBeNull();
});

it("says after each save who saved and when, without asking to reload", async () => {
  let version = 5;
  open({ [state]: () => json(200, definition({ latest: { ...definition().latest, version } })) });
  expect((await screen.findByTestId("draft")).textContent).toBe("Черновик v5");
  expect(screen.getByTestId("saved").textContent).toContain("Анна Котова");
  version = 6;
  say({ type: "saved", definitionId: "life", versionId: "v6", version: 6, isPublished: false });
  await waitFor(() => expect(screen.getByTestId("draft").textContent).toBe("Черновик v6"));
});

it("opens the findings by itself after a refusal, and forgets the refusal after the next save", async () => {
  open({ [findings]: () => json(200, { errors: 1, warnings: 0, findings: [finding()] }) });
  await screen.findByTestId("draft");
  say({ type: "refused", errors: ["Опубликовать нельзя."] });
  expect((await screen.findByTestId("refused")).textContent).toContain("Опубликовать нельзя.");
  expect((await screen.findByTestId("findings-sum")).textContent).toContain("1 ошибка");
  expect(screen.getByText("Поле обязательно.")).toBeDefined();
  say({ type: "saved", definitionId: "life", versionId: "v5", version: 5, isPublished: false });
  await waitFor(() => expect(screen.queryByTestId("refused")).toBeNull());
  fireEvent.keyDown(screen.getByTestId("findings"), { key: "Escape" });
  expect(screen.queryByTestId("findings")).toBeNull();
});

it.each([
  ["shows what validation found", [finding({ severity: "warning" })], true],
  ["stays out of the way when it found nothing", [], false],
])("after a publication %s", async (_, found, opens) => {
  const check = vi.fn(() => json(200, { errors: 0, warnings: found.length, findings: found }));
  const { client } = open({ [findings]: check });
  await screen.findByTestId("draft");
  say({ type: "saved", definitionId: "life", versionId: "v5", version: 5, isPublished: true });
  await waitFor(() => expect(client.getQueryData(findingsQuery("life").queryKey)).toBeDefined());
  if (opens) expect(await screen.findByTestId("findings-sum")).toBeDefined();
  else expect(screen.queryByTestId("findings")).toBeNull();
});

it("lists what changed since publication, by activity", async () => {
  open({ "GET /workflows/definitions/life/comparison": (_, url) => json(200, { from: { version: 4 }, to: { version: 5 }, changes: url.searchParams.get("from") === "published" ? [change()] : [] }) });
  await screen.findByTestId("draft");
  fireEvent.click(screen.getByTestId("compare"));
  const activity = await screen.findByTestId("changed-activity-changed");
  expect(activity.textContent).toBe("ЖдатьИзмененоСрокБыло1Стало2");
});

it("says what a newer base means and compares with it", async () => {
  const { asked } = open({ [state]: () => json(200, definition({ baseVersion: 2, newerBase: { versionId: "p3", version: 3 } })) });
  expect((await screen.findByTestId("newer-base")).textContent).toContain("Вышла поставляемая версия 3");
  fireEvent.click(screen.getByTestId("compare-base"));
  await waitFor(() => expect(asked).toContain("GET /workflows/definitions/life/comparison"));
});

it("runs the draft on a sample that a person chose, and leads to the instance", async () => {
  const run = vi.fn(() => json(200, { instanceId: "trial" }));
  const { where } = open({
    "GET /workflows/samples": () => json(200, [{ id: "s1", title: "Битый чайник", channel: "review", rating: 1, text: "Трещина." }]),
    "POST /workflows/definitions/life/runs": run,
  });
  await screen.findByTestId("draft");
  fireEvent.click(screen.getByTestId("run"));
  const submit = () => screen.getByTestId<HTMLButtonElement>("run-submit");
  const sample = (await screen.findByTestId("sample")).querySelector("input");
  expect(submit().disabled).toBe(true);
  if (sample) fireEvent.click(sample);
  fireEvent.click(submit());
  await waitFor(() => expect(where()).toBe("/workflows/instances/trial"));
  expect(run).toHaveBeenCalledWith({ sampleId: "s1" }, expect.anything());
});

it("is for looking only when the person may not edit", async () => {
  open({ [state]: () => json(200, definition({ canEdit: false })) }, "operator");
  expect((await screen.findByTestId("read-only")).textContent).toContain("владелец и менеджер");
  expect(screen.queryByTestId("run")).toBeNull();
  expect(screen.queryByTestId("check")).not.toBeNull();
});

it("asks for sign-in over the editor and repeats what was refused, with the frame still standing", async () => {
  open({ "POST /session": () => json(200, sessionOf()) });
  await screen.findByTestId("draft");
  say({ type: "ready" });
  const before = frame();
  const heard = listen();
  say({ type: "session-expired" });
  fireEvent.change(await screen.findByTestId("login-password"), { target: { value: "demo" } });
  fireEvent.click(screen.getByTestId("login-submit"));
  await waitFor(() => expect(heard).toHaveBeenCalledWith({ source: "agentiq-console", type: "signed-in" }, window.location.origin));
  await waitFor(() => expect(screen.queryByTestId("sign-in-over")).toBeNull());
  expect(frame()).toBe(before);
});

it("is not left while something unsaved waits for the sign-in", async () => {
  const { where } = open({ "POST /session": () => json(200, sessionOf()) });
  await screen.findByTestId("draft");
  say({ type: "ready" });
  say({ type: "session-expired" });
  say({ type: "navigate", path: "/workflows/incidents" });
  fireEvent.change(await screen.findByTestId("login-password"), { target: { value: "demo" } });
  expect(where()).toBe("/workflows/definitions/life");
  fireEvent.click(screen.getByTestId("login-submit"));
  await waitFor(() => expect(screen.queryByTestId("sign-in-over")).toBeNull());
  expect(where()).toBe("/workflows/definitions/life");
  say({ type: "navigate", path: "/workflows/incidents" });
  await waitFor(() => expect(where()).toBe("/workflows/incidents"));
});

it("keeps the editor when its own questions fail, and says so only when there is nothing to edit", async () => {
  open({ [state]: () => json(500, { title: "Broken" }) });
  await waitFor(() => expect(frame()).toBeDefined());
  cleanup();
  open({ [state]: () => json(404, { title: "Not found" }) });
  expect(await screen.findByTestId("retry")).toBeDefined();
});

it("loads a frame anew that has broken down", async () => {
  open();
  await screen.findByTestId("draft");
  say({ type: "ready" });
  const before = frame();
  say({ type: "fault", message: "An unhandled error has occurred." });
  fireEvent.click(screen.getByTestId("studio-reload"));
  expect(frame()).not.toBe(before);
  expect(screen.queryByTestId("studio-loading")).not.toBeNull();
});

it.each([
  [{ type: "open-definition", definitionId: "other" }, "/workflows/definitions/other"],
  [{ type: "open-instance", instanceId: "one" }, "/workflows/instances/one"],
  [{ type: "navigate", path: "/workflows/incidents" }, "/workflows/incidents"],
  [{ type: "navigate", path: "//elsewhere.example" }, "/workflows/definitions/life"],
])("follows %j", async (message, to) => {
  const { where } = open();
  await screen.findByTestId("draft");
  say(message);
  await waitFor(() => expect(where()).toBe(to));
});
