import { describe, expect, it } from "vitest";
import type { Violation } from "~/api/types";
import { locate, placeRemarks } from "./placeRemarks";

const remark = (phrase: string, start: number, severity: Violation["severity"] = "error"): Violation => ({
  type: "promise",
  severity,
  phrase,
  start,
  length: phrase.length,
  message: "",
});
const marks = (text: string, remarks: Violation[]) => placeRemarks(text, remarks).map(({ text: part, remark: of }) => (of ? `[${part}]` : part));

describe("placeRemarks", () => {
  it("marks the phrases where the server saw them", () => {
    expect(marks("Мы вернём деньги завтра", [remark("вернём деньги", 3)])).toEqual(["Мы ", "[вернём деньги]", " завтра"]);
  });

  it("follows a phrase that moved while the check was under way", () => {
    expect(marks("Да, мы вернём деньги", [remark("вернём деньги", 3)])).toEqual(["Да, мы ", "[вернём деньги]"]);
  });

  it("takes the nearest of equal phrases", () => {
    expect(locate("бот и ещё бот", remark("бот", 9))).toBe(10);
    expect(locate("бот и ещё бот", remark("бот", 1))).toBe(0);
  });

  it("drops a phrase that is no longer there", () => {
    expect(marks("Мы поможем", [remark("вернём деньги", 3)])).toEqual(["Мы поможем"]);
  });

  it("lets an error win over advice on the same words", () => {
    const segments = placeRemarks("вернём деньги", [remark("вернём", 0, "warning"), remark("вернём деньги", 0)]);
    expect(segments).toHaveLength(1);
    expect(segments[0]?.remark?.severity).toBe("error");
  });

  it("loses no character whatever the remarks are", () => {
    const text = "Уважаемый клиент, вы ошиблись 👍";
    const remarks = [remark("клиент", 10, "warning"), remark("Уважаемый клиент", 0, "warning"), remark("вы ошиблись", 99), remark("", 0)];
    expect(placeRemarks(text, remarks).map((segment) => segment.text).join("")).toBe(text);
  });
});
