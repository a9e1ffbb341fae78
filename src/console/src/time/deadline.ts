import dayjs from "dayjs";
import type { Translate } from "~/i18n/translate";

export type DeadlineTone = "calm" | "soon" | "late";

const minute = 60_000;

/** When a deadline asks for attention: from a quarter of an hour before it. */
const soon = 15 * minute;

export function deadlineTone(due: string, now: number): DeadlineTone {
  const left = Date.parse(due) - now;
  if (left < 0) return "late";
  return left <= soon ? "soon" : "calm";
}

/** "25 min left" or "12 min late", in the words of the page. */
export function timeLeft(t: Translate, due: string, now: number): string {
  const left = Date.parse(due) - now;
  const late = left < 0;
  const span = spanOf(t, Math.abs(left), late);
  return late ? t("deadline.late", { span }) : t("deadline.left", { span });
}

/** "14:30", "tomorrow, 9:10" or "22 Nov, 14:30". */
export function clockTime(t: Translate, at: string, now: number): string {
  const moment = dayjs(at);
  const days = moment.startOf("day").diff(dayjs(now).startOf("day"), "day");
  const time = moment.format("HH:mm");
  if (days === 0) return time;
  if (days === 1) return t("time.tomorrow", { time });
  if (days === -1) return t("time.yesterday", { time });
  return moment.format(moment.year() === dayjs(now).year() ? "D MMM, HH:mm" : "D MMM YYYY, HH:mm");
}

/** "20 Mar 2027", for days far away. */
export function calendarDay(at: string): string {
  return dayjs(at).format("D MMM YYYY");
}

/** For the narrow end of a row: "14:30" today, else "22 Nov". */
export function shortTime(at: string, now: number): string {
  const moment = dayjs(at);
  if (moment.isSame(dayjs(now), "day")) return moment.format("HH:mm");
  return moment.format(moment.year() === dayjs(now).year() ? "D MMM" : "DD.MM.YY");
}

/** A length of time in its two largest units; what is left rounds up, what is late rounds down. */
function spanOf(t: Translate, length: number, late: boolean): string {
  const minutes = late ? Math.floor(length / minute) : Math.ceil(length / minute);
  if (minutes < 1) return t("time.lessThanMinute");
  if (minutes < 60) return t("time.minutes", { count: minutes });
  if (minutes < 24 * 60) {
    const hours = Math.floor(minutes / 60);
    return minutes % 60 === 0 ? t("time.hours", { count: hours }) : t("time.hoursMinutes", { hours, minutes: minutes % 60 });
  }
  return t("time.days", { count: Math.floor(minutes / (24 * 60)) });
}

/** Minutes of a rule in words: "15 min", "4 h", "2 days". */
export function minutesInWords(t: Translate, minutes: number): string {
  return spanOf(t, minutes * minute, false);
}
