import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { openPolicies, policyFinding, startPolicyWords } from "~/testing/policyPages";
import { type Answer, json } from "~/testing/server";
import type { BacktestLine, BacktestRequest } from "../api";
import { BacktestPanel } from "./BacktestPanel";
import { forgetBacktests } from "./store";

const report: BacktestLine = {
  type: "report",
  against: "platform-3",
  decisions: 1000,
  changed: 31,
  notComparable: 2,
  outputs: [
    { output: "first", title: "первый ответ", shifts: [{ from: "30 мин", to: "20 мин", count: 31, same: false }, { from: "60 мин", to: "60 мин", count: 969, same: true }] },
    { output: "hard", title: "крайний срок", shifts: [{ from: "60 мин", to: "60 мин", count: 1000, same: true }] },
  ],
  samples: [{ decisionId: "d", interactionId: "i", at: "2026-11-20T10:00:00Z", subject: "Чайник", before: [{ output: "first", title: "первый ответ", value: "30 мин" }], after: [{ output: "first", title: "первый ответ", value: "20 мин" }], rowsBefore: ["r"], rowsAfter: ["r"] }],
  consequences: [{ code: "first_response_missed", title: "Сроки первого ответа сорваны", before: 12, after: 31 }],
  seconds: 4.21,
};

/** An answer that a test writes line by line. */
function streamed() {
  let line: (value: BacktestLine) => void = () => undefined;
  let end: () => void = () => undefined;
  const requests: BacktestRequest[] = [];
  const answer: Answer = (body) => {
    requests.push(body as BacktestRequest);
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        line = (value) => controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
        end = () => controller.close();
      },
    });
    return new Response(stream, { headers: { "Content-Type": "application/x-ndjson" } });
  };
  return { answer, requests, line: (value: BacktestLine) => act(async () => { line(value); await Promise.resolve(); }), end: () => act(async () => { end(); await Promise.resolve(); }) };
}

function open(answer: Answer) {
  function Page() {
    const [document, setDocument] = useState("{1}");
    return (
      <>
        <button type="button" onClick={() => setDocument("{2}")}>
          edit
        </button>
        <BacktestPanel set="sla" document={document} version={null} />
      </>
    );
  }
  return openPolicies("/policies/sla/backtest", "$set/backtest", Page, { "POST /policies/sla/backtests": answer });
}

const start = async () => fireEvent.click(await screen.findByTestId("backtest-start"));

beforeAll(startPolicyWords);
afterEach(() => {
  cleanup();
  forgetBacktests();
});

it("shows how far it is, then what would have been different", async () => {
  const stream = streamed();
  open(stream.answer);
  await start();
  await waitFor(() => expect(stream.requests).toHaveLength(1));
  const [request] = stream.requests;
  expect(request?.document).toBe("{1}");
  expect(Math.round((Date.parse(request?.to ?? "") - Date.parse(request?.from ?? "")) / 86_400_000)).toBe(30);
  await stream.line({ type: "progress", done: 500, total: 1000, changed: 12 });
  expect((await screen.findByTestId("backtest-progress")).textContent).toContain("Проверено 500 из 1");
  await stream.line(report);
  await stream.end();
  const found = await screen.findByTestId("backtest-report");
  expect(found.textContent.replaceAll("\u00a0", " ")).toContain("3,1 % из 1 000");
  expect(screen.getByTestId("consequence").textContent).toContain("12 → 31");
  expect(found.textContent).toContain("2 решения не удалось принять заново");
  expect(found.textContent).toContain("крайний срок: не меняется");
  expect(screen.getByRole("link", { name: "Чайник" }).getAttribute("href")).toBe("/desk/i?queue=all");
  expect(screen.queryByTestId("backtest-progress")).toBeNull();
});

it("keeps the last result while the person edits, and says that it is older", async () => {
  const stream = streamed();
  open(stream.answer);
  await start();
  await waitFor(() => expect(stream.requests).toHaveLength(1));
  await stream.line(report);
  await screen.findByTestId("backtest-report");
  expect(screen.queryByText(/до ваших последних изменений/)).toBeNull();
  fireEvent.click(screen.getByText("edit"));
  expect(screen.getByTestId("backtest-report")).toBeDefined();
  expect(screen.getByText(/до ваших последних изменений/)).toBeDefined();
});

it("stops when it is asked to, and closes the connection", async () => {
  const stream = streamed();
  open(stream.answer);
  await start();
  await waitFor(() => expect(stream.requests).toHaveLength(1));
  await stream.line({ type: "progress", done: 1, total: 10, changed: 0 });
  fireEvent.click(await screen.findByTestId("backtest-stop"));
  expect(screen.getByText("Проверка остановлена.")).toBeDefined();
  expect((vi.mocked(globalThis.fetch).mock.lastCall?.[0] as Request).signal.aborted).toBe(true);
  await stream.line(report);
  expect(screen.queryByTestId("backtest-report")).toBeNull();
  expect(screen.getByTestId("backtest-start")).toBeDefined();
});

it("says that nothing was recorded, and that nothing would change", async () => {
  const stream = streamed();
  open(stream.answer);
  await start();
  await waitFor(() => expect(stream.requests).toHaveLength(1));
  await stream.line({ ...report, decisions: 0, changed: 0, outputs: [], samples: [], consequences: [], notComparable: 0 });
  expect(await screen.findByText("За этот период решений нет")).toBeDefined();
  await start();
  await waitFor(() => expect(stream.requests).toHaveLength(2));
  await stream.line({ ...report, changed: 0, samples: [], consequences: [] });
  expect(await screen.findByText("Ничего бы не изменилось")).toBeDefined();
});

it.each<[string, Answer, RegExp]>([
  ["a document that cannot be read", () => json(422, { title: "Набор не читается", findings: [policyFinding({ message: "Столбца нет." })] }), /Набор не читается.*Столбца нет/],
  ["a problem in the stream", () => new Response(`${JSON.stringify({ type: "problem", title: "Слишком долго", detail: "Возьмите период короче." })}\n`), /Слишком долго. Возьмите период короче/],
  ["a stream that ends too early", () => new Response(`${JSON.stringify({ type: "progress", done: 1, total: 2, changed: 0 })}\n`), /Связь прервалась/],
  ["no connection", () => { throw new TypeError("Failed to fetch"); }, /Связь прервалась/],
])("says what happened after %s", async (_, answer, words) => {
  open(answer);
  await start();
  expect((await screen.findByTestId("backtest-failure")).textContent).toMatch(words);
});

it("does not start over days that are no period", async () => {
  open(streamed().answer);
  fireEvent.click(await screen.findByTestId("own-dates"));
  expect(screen.getByTestId<HTMLButtonElement>("backtest-start").disabled).toBe(true);
  fireEvent.change(screen.getByTestId("period-from"), { target: { value: "2020-01-01" } });
  fireEvent.change(screen.getByTestId("period-to"), { target: { value: "2020-01-31" } });
  expect(screen.getByTestId<HTMLButtonElement>("backtest-start").disabled).toBe(false);
});
