import dayjs from "dayjs";

/** A moment as it is shown and typed, in the time of this device. */
export function writeMoment(iso: string): string {
  const moment = dayjs(iso);
  return moment.isValid() ? moment.format("DD.MM.YYYY HH:mm") : iso;
}

/** Reads "31.01.2030", "31.01.2030 09:00" and ISO 8601; null for anything else. */
export function readMoment(text: string): string | null {
  const local = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,]+(\d{1,2}):(\d{2}))?$/.exec(text);
  if (local) {
    const [, day = "", month = "", year = "", hour = "0", minute = "0"] = local;
    const moment = dayjs(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}T${hour.padStart(2, "0")}:${minute}:00`);
    return moment.isValid() && moment.date() === Number(day) ? moment.format() : null;
  }
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) && dayjs(text).isValid() ? text : null;
}
