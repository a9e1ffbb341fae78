import { beforeEach, expect, it, vi } from "vitest";
import { forgetOldTexts, loadText, nothingWritten, saveText } from "./savedText";

const saved = { text: "Здравствуйте!", draft: { id: "d", text: "Здравствуйте" } };
const day = 24 * 60 * 60_000;

beforeEach(() => localStorage.clear());

it("gives back what this person wrote for this interaction, and only that", () => {
  saveText("anna", "one", saved, 0);
  expect(loadText("anna", "one")).toMatchObject(saved);
  expect(loadText("igor", "one")).toEqual(nothingWritten);
  expect(loadText("anna", "two")).toEqual(nothingWritten);
});

it("forgets a text that was emptied or sent", () => {
  saveText("anna", "one", saved, 0);
  saveText("anna", "one", nothingWritten, 1);
  expect(localStorage).toHaveLength(0);
});

it("forgets texts of long ago and keeps what others stored", () => {
  localStorage.setItem("other", "stays");
  saveText("anna", "old", saved, 0);
  saveText("anna", "new", saved, 10 * day);
  forgetOldTexts(15 * day);
  expect(loadText("anna", "old")).toEqual(nothingWritten);
  expect(loadText("anna", "new")).toMatchObject(saved);
  expect(localStorage.getItem("other")).toBe("stays");
});

it("survives garbage and says when the device keeps nothing", () => {
  localStorage.setItem("agentiq.reply.anna.one", "{half");
  expect(loadText("anna", "one")).toEqual(nothingWritten);
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect(saveText("anna", "one", saved, 0)).toBe(false);
});
