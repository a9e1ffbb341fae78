import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { me } from "~/testing/interactions";
import { policyDocument } from "~/testing/policies";
import { cell, check, editedSet, openEditor, paste, press } from "~/testing/policyEditor";
import { startPolicyWords, version } from "~/testing/policyPages";
import { json } from "~/testing/server";
import type { PolicyFinding } from "../api";
import type { PolicyDocument } from "../model/types";
import { writeDocument } from "../model/writeDocument";
import { keepUnsaved, loadUnsaved } from "../unsaved";

const finding = (change: Partial<PolicyFinding>): PolicyFinding => ({ kind: "unreachable", severity: "warning", path: "$.tables[0].rows[2]", table: "cases", row: "rest", cell: null, otherRows: [], message: "Строка никогда не решит.", example: null, ...change });
const unsaved = (): PolicyDocument => JSON.parse(loadUnsaved(me.id, "priority")?.document ?? "null") as PolicyDocument;
const rowsNow = () => unsaved().tables[0]?.rows ?? [];
const rowNow = (id: string) => rowsNow().find((row) => row.id === id);
const undo = () => fireEvent.keyDown(document.body, { key: "z", code: "KeyZ", ctrlKey: true });

beforeAll(startPolicyWords);
beforeEach(() => localStorage.clear());
afterEach(cleanup);

it("reads like a table: conditions, decisions, the reason, and the sentence below", async () => {
  openEditor();
  expect((await screen.findByRole("grid")).getAttribute("aria-rowcount")).toBe("6");
  expect(cell("negative", "when.rating").textContent).toBe("1–2");
  expect(cell("negative", "when.channel").textContent).toBe("отзыв");
  expect(cell("rest", "when.rating").textContent).toBe("не меньше 4");
  expect(cell("rest", "when.channel").textContent).toBe("—");
  expect(cell("negative", "then.priority").textContent).toBe("срочно");
  expect(await screen.findByText("Если отзыв с оценкой 1–2, то срочно.")).toBeDefined();
  expect(screen.getByTestId("default-then.priority").textContent).toBe("обычно");
});

it("has one cell in the order of Tab, and arrows move it", async () => {
  openEditor();
  await screen.findByRole("grid");
  press(cell("negative", "when.channel"), "ArrowDown", "ArrowRight");
  expect(document.activeElement).toBe(cell("question", "when.rating"));
  const stops = within(screen.getByRole("grid")).getAllByRole("gridcell").filter(({ tabIndex }) => tabIndex === 0);
  expect(stops).toEqual([cell("question", "when.rating")]);
});

it("changes a cell with the editor of its type, keeps it on the device, checks it, and undoes it as one step", async () => {
  const { documents } = openEditor();
  await screen.findByRole("grid");
  press(cell("rest", "when.channel"), "Enter");
  fireEvent.change(screen.getByTestId("operator"), { target: { value: "in" } });
  fireEvent.click(screen.getByTestId("option-review"));
  fireEvent.click(screen.getByTestId("option-chat"));
  expect(cell("rest", "when.channel").textContent).toContain("отзыв, чат");
  fireEvent.click(screen.getByTestId("done"));
  expect(screen.queryByTestId("cell-sheet")).toBeNull();
  expect(rowNow("rest")?.when).toEqual({ channel: { op: "in", value: ["review", "chat"] }, rating: { op: "gte", value: 4 } });
  await waitFor(() => expect(documents.at(-1)?.tables[0]?.rows[2]?.when).toMatchObject({ channel: { op: "in" } }));
  undo();
  expect(cell("rest", "when.channel").textContent).toBe("—");
  expect(loadUnsaved(me.id, "priority")).toBeNull();
});

it("takes back with Escape what was begun", async () => {
  openEditor();
  await screen.findByRole("grid");
  press(cell("negative", "then.minutes"), "5");
  const field = screen.getByTestId<HTMLInputElement>("field-text");
  expect(field.value).toBe("5");
  fireEvent.change(field, { target: { value: "55" } });
  expect(cell("negative", "then.minutes").textContent).toContain("55");
  fireEvent.keyDown(field, { key: "Escape" });
  expect(cell("negative", "then.minutes").textContent).toContain("30");
  expect(loadUnsaved(me.id, "priority")).toBeNull();
});

it("takes what was typed over a cell, without asking for more", async () => {
  openEditor();
  await screen.findByRole("grid");
  press(cell("negative", "then.minutes"), "5", "Enter");
  expect(rowNow("negative")?.then.minutes).toBe(5);
  expect(document.activeElement).toBe(cell("question", "then.minutes"));
});

it("says what was expected and writes nothing that cannot be", async () => {
  openEditor();
  await screen.findByRole("grid");
  press(cell("negative", "then.minutes"), "F2");
  fireEvent.change(screen.getByTestId("field-text"), { target: { value: "20000" } });
  expect(screen.getByRole("alert").textContent).toBe("Ожидалось: целое число от 1 до 10080");
  expect(loadUnsaved(me.id, "priority")).toBeNull();
});

it("pastes from a spreadsheet, marks what it cannot read in place, and lists it", async () => {
  openEditor();
  await screen.findByRole("grid");
  paste(cell("rest", "when.channel"), "чат\t5\nписьмо\t1-2\t\tсрочно\t10\n");
  expect(rowNow("rest")?.when).toEqual({ channel: "chat", rating: [5] });
  expect(rowNow("row-1")).toMatchObject({ when: { rating: [1, 2] }, then: { priority: "urgent", minutes: 10 } });
  expect(cell("row-1", "when.channel").textContent).toContain("письмо");
  expect(cell("row-1", "when.channel").dataset.severity).toBe("error");
  fireEvent.click(screen.getByTestId("findings-toggle"));
  expect(screen.getByTestId("finding").textContent).toContain("Не понято: «письмо». Ожидалось: одно из: отзыв, вопрос, чат.");
  press(cell("row-1", "when.channel"), "Delete");
  expect(cell("row-1", "when.channel").textContent).toBe("—");
});

it.each([
  ["inserts below", [{ key: "Enter", ctrlKey: true }], ["negative", "row-1", "question", "rest"]],
  ["moves down", [{ key: "ArrowDown", altKey: true }], ["question", "negative", "rest"]],
  ["removes what is selected", [{ key: "ArrowDown", shiftKey: true }, { key: "Delete", ctrlKey: true }], ["rest"]],
])("%s with the keyboard", async (_, pressed, ids) => {
  openEditor();
  await screen.findByRole("grid");
  press(cell("negative", "when.channel"), ...pressed);
  expect(rowsNow().map(({ id }) => id)).toEqual(ids);
});

it("switches a row off and on with Space", async () => {
  openEditor();
  await screen.findByRole("grid");
  press(cell("question", "enabled"), " ");
  expect(rowNow("question")).toMatchObject({ enabled: false });
  press(cell("question", "enabled"), " ");
  expect(loadUnsaved(me.id, "priority")).toBeNull();
});

it("shows a finding in its cell and leads there with F8", async () => {
  openEditor({ "POST /policies/priority/check": () => json(200, check({ findings: [finding({}), finding({ severity: "error", path: "$.tables[0].rows[1].then.minutes", row: "question", message: "Слишком долго." })] })) });
  await waitFor(() => expect(cell("question", "then.minutes").dataset.severity).toBe("error"));
  expect(cell("question", "then.minutes").title).toBe("Слишком долго.");
  expect(cell("rest", "handle").dataset.severity).toBe("warning");
  fireEvent.keyDown(document.body, { key: "F8" });
  expect(document.activeElement).toBe(cell("question", "then.minutes"));
  fireEvent.keyDown(document.body, { key: "F8" });
  expect(document.activeElement).toBe(cell("rest", "handle"));
});

it("saves a draft with its note, and publishes only what is saved", async () => {
  const save = vi.fn(() => json(201, { version: version("seller-1", { state: "draft", inForce: false }), check: check() }));
  openEditor({ "POST /policies/priority/versions": save });
  await screen.findByRole("grid");
  press(cell("negative", "then.minutes"), "Delete");
  fireEvent.click(screen.getByTestId("publish"));
  fireEvent.change(screen.getByTestId("save-note"), { target: { value: "Срок не задаём" } });
  fireEvent.click(screen.getByTestId("save-submit"));
  await waitFor(() => expect(save).toHaveBeenCalled());
  const [[sent]] = save.mock.calls as unknown as [[{ document: string; note: string }]];
  expect(sent.note).toBe("Срок не задаём");
  expect((JSON.parse(sent.document) as PolicyDocument).tables[0]?.rows[0]?.then).toEqual({ priority: "urgent" });
  await waitFor(() => expect(screen.queryByTestId("save-dialog")).toBeNull());
  await waitFor(() => expect(loadUnsaved(me.id, "priority")).toBeNull());
});

it.each([
  [422, { code: "policy_unreadable", findings: [finding({ severity: "error", path: "$.tables[0]", message: "Нет имени." })] }, "$.tables[0] Нет имени."],
  [409, { code: "policy_changed" }, "Кто-то сохранил"],
  [500, { title: "Сломалось" }, "Сохранить не удалось. Сломалось"],
])("loses nothing when saving is answered with %i", async (status, problem, says) => {
  openEditor({ "POST /policies/priority/versions": () => json(status, problem) });
  await screen.findByRole("grid");
  press(cell("negative", "then.minutes"), "Delete");
  fireEvent.click(screen.getByTestId("save"));
  fireEvent.click(screen.getByTestId("save-submit"));
  expect((await screen.findByTestId("save-problem")).textContent).toContain(says);
  expect(rowNow("negative")?.then).toEqual({ priority: "urgent" });
});

it("brings back what was not saved, and discards it when asked to", async () => {
  const written = policyDocument({ defaults: { priority: "low" } });
  keepUnsaved(me.id, "priority", { document: writeDocument(written), from: "platform-3", savedAt: Date.now() });
  openEditor();
  expect(await screen.findByTestId("restored")).toBeDefined();
  expect(screen.getByTestId("default-then.priority").textContent).toBe("не срочно");
  fireEvent.click(screen.getByTestId("discard"));
  expect(screen.getByTestId("default-then.priority").textContent).toBe("обычно");
  expect(loadUnsaved(me.id, "priority")).toBeNull();
});

it("asks before unsaved changes are left, but not on the way to the pages of the same set", async () => {
  const { where } = openEditor();
  await screen.findByRole("grid");
  press(cell("negative", "then.minutes"), "Delete");
  fireEvent.click(screen.getByTestId("to-list"));
  fireEvent.click(await screen.findByTestId("leave-stay"));
  await waitFor(() => expect(screen.queryByTestId("leave")).toBeNull());
  expect(where()).toBe("/policies/priority");
  // The narrow bar keeps the way there in its menu.
  fireEvent.click(screen.getByTestId("more"));
  fireEvent.click(await screen.findByTestId("menu-backtest"));
  await waitFor(() => expect(where()).toBe("/policies/priority/backtest"));
});

it.each([
  ["for an operator", editedSet({ canManage: false }), "read-only"],
  ["in a locked table", editedSet({ lockedTables: ["cases"] }), "locked"],
])("is for reading only %s", async (_, set, notice) => {
  openEditor({ "GET /policies/priority": () => json(200, set) });
  expect(await screen.findByTestId(notice)).toBeDefined();
  press(cell("negative", "then.minutes"), "Delete");
  expect(cell("negative", "then.minutes").textContent).toContain("30");
  press(cell("negative", "when.rating"), "Enter");
  expect(screen.getByTestId("cell-sheet").textContent).toBe("оценка1–2");
  expect(screen.queryByTestId("add-row")).toBeNull();
});

it("adds a column from the catalogue and removes it with its cells", async () => {
  openEditor();
  await screen.findByRole("grid");
  fireEvent.click(screen.getByTestId("add-column"));
  fireEvent.change(screen.getByTestId("option-search"), { target: { value: "признаки" } });
  fireEvent.keyDown(screen.getByTestId("option-search"), { key: "Enter" });
  expect(unsaved().tables[0]?.columns?.at(-1)).toEqual({ field: "flags", op: "hasAny" });
  press(screen.getByTestId("head-when.channel"), "Enter");
  fireEvent.click(screen.getByTestId("menu-remove-column"));
  expect(rowNow("question")).not.toHaveProperty("when");
});

it("builds a condition of groups, and converts it by the server", async () => {
  const converted = policyDocument({ defaults: { priority: "urgent" } });
  openEditor({ "POST /policies/priority/conversion": () => json(200, { document: writeDocument(converted) }) });
  await screen.findByRole("grid");
  press(cell("question", "condition"), "Enter");
  fireEvent.click(screen.getByTestId("add-group"));
  fireEvent.click(screen.getByTestId("option-field:rating"));
  fireEvent.click(screen.getByTestId("negate"));
  expect(rowNow("question")?.condition).toEqual({ not: { any: [{ field: "rating", op: "gte", value: 1 }] } });
  fireEvent.click(screen.getByTestId("to-cells"));
  await waitFor(() => expect(unsaved().defaults).toEqual({ priority: "urgent" }));
});

it("shows which examples fail, and changes one with the editors of its types", async () => {
  openEditor({ "POST /policies/priority/check": () => json(200, check({ examples: [{ name: "Одна звезда", path: "$.examples[0]", passed: false, failure: "приоритет: ожидалось срочно, вышло обычно", outputs: { priority: "normal" }, rows: [] }] })) });
  await waitFor(() => expect(screen.getByTestId("examples-toggle").textContent).toContain("0/1"));
  fireEvent.click(screen.getByTestId("examples-toggle"));
  fireEvent.click(screen.getByTestId("example"));
  fireEvent.click(screen.getByTestId("value-rating"));
  fireEvent.change(screen.getByTestId("field-text"), { target: { value: "2" } });
  expect(unsaved().examples?.[0]?.facts).toEqual({ channel: "review", rating: 2 });
  fireEvent.click(screen.getByTestId("take-outputs"));
  expect(unsaved().examples?.[0]).toMatchObject({ outputs: { priority: "normal" }, rows: [] });
});

it("takes the text of a set as it is, and shows a text that is no table only as text", async () => {
  openEditor({ "GET /policies/priority": () => json(200, editedSet({ document: "{" })) });
  const raw = await screen.findByTestId<HTMLTextAreaElement>("raw");
  expect(raw.value).toBe("{");
  fireEvent.change(raw, { target: { value: JSON.stringify(policyDocument()) } });
  fireEvent.click(screen.getByTestId("raw-apply"));
  expect(await screen.findByRole("grid")).toBeDefined();
});
