import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { detailQuery, keys } from "~/api/queries";
import type { InteractionDetail, SendReply, Session } from "~/api/types";
import { startTranslations } from "~/i18n";
import { detail, me } from "~/testing/interactions";
import { Composer } from "./Composer";

type Answer = (body: unknown) => Response | Promise<Response>;

const session: Session = { user: { ...me, email: "a@b.c", role: "operator" }, seller: { id: me.id, name: "Дом и Свет" } };
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const good: Answer = () => json(200, { valid: true, violations: [], warnings: [] });

let sent: SendReply[];

/** The composer over a server that answers as it is told to. */
function open(answers: { check?: Answer; send?: Answer; get?: Answer }, shown = detail()) {
  sent = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
    const request = input as Request;
    const body: unknown = request.method === "POST" ? await request.json() : null;
    if (request.url.endsWith("/reply-check")) return (answers.check ?? good)(body);
    if (!request.url.endsWith("/replies")) return (answers.get ?? (() => json(200, shown)))(body);
    sent.push(body as SendReply);
    return (answers.send ?? (() => json(202, { ...shown, replyState: "sending", canReply: false, revision: 2 })))(body);
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(keys.session, session);
  client.setQueryData(keys.detail(shown.id), shown);
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <Shown id={shown.id} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { arrive: (fresh: InteractionDetail) => client.setQueryData(keys.detail(shown.id), fresh) };
}

function Shown({ id }: { id: string }) {
  const { data } = useQuery(detailQuery(id));
  return data ? <Composer detail={data} /> : null;
}

const field = () => screen.getByTestId<HTMLTextAreaElement>("composer");
const write = (text: string) => fireEvent.change(field(), { target: { value: text } });
const sendByKey = () => fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
const ownText = "Здравствуйте! Уже разбираемся, что случилось с чайником.";

beforeAll(startTranslations);
beforeEach(() => localStorage.clear());
afterEach(cleanup);

it("sends the draft with the revision that was read", async () => {
  open({});
  fireEvent.click(screen.getByTestId("use-draft"));
  expect(screen.getByTestId("origin").textContent).toContain("Черновик без изменений");
  sendByKey();
  await waitFor(() => expect(sent).toEqual([{ text: detail().draft?.text, revision: 1 }]));
  await waitFor(() => expect(localStorage).toHaveLength(0));
});

it("says when the draft was edited", () => {
  open({});
  fireEvent.click(screen.getByTestId("use-draft"));
  write("Совсем другое, но на основе черновика");
  expect(screen.getByTestId("origin").textContent).toContain("Черновик изменён");
});

it("shows a refusal in place and keeps the text", async () => {
  const violation = { type: "promise", severity: "error", phrase: "вернём деньги", start: 3, length: 13, message: "Не обещайте исход" };
  open({ send: () => json(422, { title: "Refused", violations: [violation], warnings: [] }) });
  write("Мы вернём деньги, не волнуйтесь!");
  sendByKey();
  expect((await screen.findByTestId("violation")).textContent).toContain("Не обещайте исход");
  expect(field().value).toBe("Мы вернём деньги, не волнуйтесь!");
  expect(document.querySelector("mark")?.textContent).toBe("вернём деньги");
});

it("keeps the text through a lost connection and a new page", async () => {
  open({ send: () => Promise.reject(new TypeError("Failed to fetch")) });
  write(ownText);
  sendByKey();
  await screen.findByTestId("send-error");
  expect(field().value).toBe(ownText);
  cleanup();
  open({});
  expect(field().value).toBe(ownText);
});

it("stops when the customer changed the review, and goes on when that was read", async () => {
  const { arrive } = open({});
  write(ownText);
  arrive(detail({ revision: 7, text: "Разобралась сама" }));
  expect((await screen.findByTestId("stale")).textContent).toContain("Разобралась сама");
  sendByKey();
  expect(sent).toEqual([]);
  fireEvent.click(screen.getByTestId("stale-acknowledge"));
  sendByKey();
  await waitFor(() => expect(sent).toMatchObject([{ text: ownText, revision: 7 }]));
});

it("shows what is new when the server says that the revision is stale", async () => {
  const current = detail({ revision: 7, rating: 5 });
  open({ send: () => json(409, { title: "Stale" }), get: () => json(200, current) });
  write(ownText);
  sendByKey();
  expect((await screen.findByTestId("stale")).textContent).toContain("Оценка изменилась: было 1, стало 5");
  expect(field().value).toBe(ownText);
  expect(sent).toHaveLength(1);
});

it("sends again by itself when only something unimportant has changed", async () => {
  const current = detail({ revision: 7, escalationLevel: 1 });
  open({ send: (body) => ((body as SendReply).revision === 7 ? json(202, { ...current, canReply: false, replyState: "sending" }) : json(409, {})), get: () => json(200, current) });
  write(ownText);
  sendByKey();
  await waitFor(() => expect(sent.map(({ revision }) => revision)).toEqual([1, 7]));
  await waitFor(() => expect(screen.queryByTestId("composer")).toBeNull());
});

it("never hides a written text, even when answering has become impossible", async () => {
  const { arrive } = open({});
  write(ownText);
  arrive(detail({ revision: 3, canReply: false, replyState: "answered_outside" }));
  await screen.findByTestId("stale");
  expect(field().value).toBe(ownText);
  expect(screen.getByTestId<HTMLButtonElement>("send").disabled).toBe(true);
});
