import { fireEvent, screen } from "@testing-library/react";
import type { Role } from "~/api/types";
import type { PolicyCheck, PolicySetView } from "~/policies/api";
import { EditorPage } from "~/policies/editor/EditorPage";
import type { PolicyDocument } from "~/policies/model/types";
import { catalogue, minutes, policyDocument, priority } from "./policies";
import { checked, openPolicies, policySet, version } from "./policyPages";
import { type Answers, json } from "./server";

/** The set that policyDocument() writes, shipped and in force. */
export function editedSet(change: Partial<PolicySetView> = {}): PolicySetView {
  const active = version("platform-3", { inForce: true });
  return policySet({ name: "priority", title: "Приоритет", active, newest: active, versions: [active], outputs: [priority, minutes], document: JSON.stringify(policyDocument()), documentVersion: "platform-3", ...change });
}

/** What the server says of that set. */
export const check = (change: Partial<PolicyCheck> = {}): PolicyCheck =>
  checked({
    sentences: { negative: "Если отзыв с оценкой 1–2, то срочно." },
    examples: [{ name: "Одна звезда", path: "$.examples[0]", passed: true, failure: null, outputs: { priority: "urgent" }, rows: ["negative"] }],
    ...change,
  });

/** The editor over a server that answers as it is told to; `documents` are those that it was asked to check. */
export function openEditor(answers: Answers = {}, role: Role = "manager") {
  const documents: PolicyDocument[] = [];
  const answerCheck = answers["POST /policies/priority/check"] ?? (() => json(200, check()));
  const opened = openPolicies("/policies/priority", "$set", EditorPage, {
    "GET /policies/priority": () => json(200, editedSet()),
    "GET /policies/catalogue": () => json(200, catalogue),
    ...answers,
    "POST /policies/priority/check": (body, url) => {
      documents.push(JSON.parse((body as { document: string }).document) as PolicyDocument);
      return answerCheck(body, url);
    },
  }, role);
  return { ...opened, documents };
}

export const cell = (row: string, column: string) => screen.getByTestId(`cell-${row}-${column}`);

/** Goes to a cell and presses keys there. */
export function press(at: HTMLElement, ...pressed: (string | Partial<KeyboardEvent>)[]): void {
  fireEvent.pointerDown(at, { button: 0 });
  for (const key of pressed) fireEvent.keyDown(document.activeElement ?? at, typeof key === "string" ? { key } : key);
}

/** What the clipboard of a spreadsheet holds is pasted at a cell. */
export function paste(at: HTMLElement, text: string): void {
  fireEvent.pointerDown(at, { button: 0 });
  fireEvent.paste(at, { clipboardData: { getData: () => text } });
}
