import i18n from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { chooseLanguage, startTranslations } from "~/i18n";
import { clockTime, deadlineTone, minutesInWords, timeLeft } from "./deadline";

const now = new Date(2026, 10, 20, 14, 0).getTime();
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

beforeAll(startTranslations);

describe("deadlines in words", () => {
  it.each([
    [25, "ещё 25 мин"],
    [0.5, "ещё 1 мин"],
    [80, "ещё 1 ч 20 мин"],
    [120, "ещё 2 ч"],
    [3 * 24 * 60, "ещё 3 дня"],
    [-0.5, "просрочено на меньше минуты"],
    [-12, "просрочено на 12 мин"],
    [-60 * 24 * 5, "просрочено на 5 дней"],
  ])("%d minutes", (minutes, words) => {
    expect(timeLeft(i18n.t, at(minutes), now)).toBe(words);
  });

  it("asks for attention from a quarter of an hour before", () => {
    expect(deadlineTone(at(16), now)).toBe("calm");
    expect(deadlineTone(at(15), now)).toBe("soon");
    expect(deadlineTone(at(-0.1), now)).toBe("late");
  });

  it("names the day only when it is not today", () => {
    expect(clockTime(i18n.t, at(30), now)).toBe("14:30");
    expect(clockTime(i18n.t, at(24 * 60), now)).toBe("завтра, 14:00");
    expect(clockTime(i18n.t, at(-24 * 60), now)).toBe("вчера, 14:00");
    expect(clockTime(i18n.t, at(48 * 60), now)).toContain("22");
  });

  it("speaks English when asked", async () => {
    await chooseLanguage("en");
    expect(timeLeft(i18n.t, at(80), now)).toBe("1 h 20 min left");
    expect(minutesInWords(i18n.t, 1440)).toBe("1 day");
    await chooseLanguage("ru");
    expect(minutesInWords(i18n.t, 2880)).toBe("2 дня");
  });
});
