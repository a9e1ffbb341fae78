import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { checked, openPolicies, policyFinding, policySet, startPolicyWords, version } from "~/testing/policyPages";
import { type Answers, json } from "~/testing/server";
import type { PublicationRequest } from "../api";
import { PublishDialog } from "./PublishDialog";

const publication = "POST /policies/sla/versions/seller-2/publication";

function open(answers: Answers = {}) {
  const onPublished = vi.fn();
  const Page = () => <PublishDialog set="sla" version="seller-2" seenActive="seller-1" onClose={() => undefined} onPublished={onPublished} />;
  const opened = openPolicies("/policies/sla", "$set", Page, {
    "GET /policies/sla": () => json(200, policySet()),
    "GET /policies/sla/versions/seller-2": () => json(200, { version: version("seller-2", { state: "draft", note: "Короче сроки" }), document: "{}" }),
    "POST /policies/sla/check": () => json(200, checked({ examples: [{ name: "Отзыв", path: "$", passed: true, failure: null, outputs: {}, rows: [] }] })),
    "GET /policies/sla/comparison": () =>
      json(200, { from: "seller-1", to: "seller-2", changes: [{ kind: "changed", table: "deadlines", row: "r", cell: "c", text: "Отзыв 1–2: первый ответ 30 → 20 мин", before: "30", after: "20 мин" }] }),
    ...answers,
  });
  return { ...opened, onPublished };
}

const submit = async () => {
  const button = await screen.findByTestId<HTMLButtonElement>("publish-submit");
  await waitFor(() => expect(button.disabled).toBe(false));
  fireEvent.click(button);
};

beforeAll(startPolicyWords);
afterEach(cleanup);

it("says what will change, and publishes at once under the note of the version", async () => {
  const publish = vi.fn((body: unknown) => json(200, version("seller-2", { inForce: true, note: (body as PublicationRequest).note })));
  const { onPublished } = open({ [publication]: publish });
  await screen.findByText("Отзыв 1–2: первый ответ 30 → 20 мин");
  expect((await screen.findByTestId("publish-ready")).textContent).toContain("1 пример выполняется");
  await submit();
  await waitFor(() => expect(onPublished).toHaveBeenCalledOnce());
  expect(publish.mock.calls[0]?.[0]).toEqual({ state: "active", effectiveFrom: null, effectiveTo: null, note: "Короче сроки", seenActive: "seller-1" });
});

it("cannot publish what has errors or a failing example, and says which", async () => {
  open({
    "POST /policies/sla/check": () =>
      json(200, checked({
        canPublish: false,
        findings: [policyFinding(), policyFinding({ kind: "failedExample", message: "не показывается дважды" })],
        examples: [{ name: "Одна звезда", path: "$", passed: false, failure: "ожидалось 30, вышло 20", outputs: {}, rows: [] }],
      })),
  });
  const blocked = await screen.findByTestId("publish-blocked");
  expect(blocked.textContent).toContain("Об этом случае никто не решает.");
  expect(blocked.textContent).toContain("Пример «Одна звезда» не выполняется");
  expect(blocked.textContent).not.toContain("не показывается дважды");
  expect(screen.getByTestId<HTMLButtonElement>("publish-submit").disabled).toBe(true);
});

it("wants a time in the future before it plans one", async () => {
  const publish = vi.fn<(body: unknown) => Response>(() => json(200, version("seller-2", { state: "scheduled" })));
  const { onPublished } = open({ [publication]: publish });
  fireEvent.click(await screen.findByTestId("when-later"));
  await submit();
  expect(screen.getByText("Укажите дату и время.")).toBeDefined();
  fireEvent.change(screen.getByTestId("effective-from"), { target: { value: "2020-01-01T00:00" } });
  await submit();
  expect(screen.getByText(/Это время уже прошло/)).toBeDefined();
  expect(publish).not.toHaveBeenCalled();
  fireEvent.change(screen.getByTestId("effective-from"), { target: { value: "2999-01-01T09:00" } });
  await submit();
  await waitFor(() => expect(onPublished).toHaveBeenCalledOnce());
  expect((publish.mock.calls[0]?.[0] as PublicationRequest).effectiveFrom).toBe(new Date(2999, 0, 1, 9).toISOString());
});

it("starts a shadow without times", async () => {
  const publish = vi.fn<(body: unknown) => Response>(() => json(200, version("seller-2", { state: "shadow" })));
  const { onPublished } = open({ [publication]: publish });
  fireEvent.click(await screen.findByTestId("when-later"));
  fireEvent.click(screen.getByTestId("state-shadow"));
  await submit();
  await waitFor(() => expect(onPublished).toHaveBeenCalledOnce());
  expect(publish.mock.calls[0]?.[0]).toMatchObject({ state: "shadow", effectiveFrom: null, effectiveTo: null });
});

it("loses nothing when somebody published meanwhile, and goes against what is in force then", async () => {
  let active = version("seller-1", { inForce: true });
  const publish = vi.fn((body: unknown) => {
    if ((body as PublicationRequest).seenActive === active.label) return json(200, version("seller-2", { inForce: true }));
    return json(409, { title: "Changed", code: "policy_changed" });
  });
  const { onPublished } = open({ [publication]: publish, "GET /policies/sla": () => json(200, policySet({ active })) });
  fireEvent.change(await screen.findByTestId("publish-note"), { target: { value: "Моя заметка" } });
  active = version("seller-7", { inForce: true });
  await submit();
  expect((await screen.findByTestId("publish-problem")).textContent).toContain("ваша версия 7");
  expect(screen.getByTestId<HTMLTextAreaElement>("publish-note").value).toBe("Моя заметка");
  expect(onPublished).not.toHaveBeenCalled();
  await submit();
  await waitFor(() => expect(onPublished).toHaveBeenCalledOnce());
  expect(publish.mock.lastCall?.[0]).toMatchObject({ seenActive: "seller-7", note: "Моя заметка" });
});

it("shows why the server refused, and keeps what was entered", async () => {
  open({ [publication]: () => json(422, { title: "Публиковать нельзя", code: "policy_refused", findings: [policyFinding({ message: "Строка спорит с другой." })] }) });
  await submit();
  const problem = await screen.findByTestId("publish-problem");
  expect(problem.textContent).toContain("Публиковать нельзя");
  expect(problem.textContent).toContain("Строка спорит с другой.");
});

it("says that nobody knows when the connection broke", async () => {
  open({ [publication]: () => { throw new TypeError("Failed to fetch"); } });
  await submit();
  expect((await screen.findByTestId("publish-problem")).textContent).toContain("неизвестно, дошла ли публикация");
});
