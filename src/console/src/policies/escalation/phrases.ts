import type { Kind, Localized, SimpleRule, Urgency } from "./rule";
import { spanOf, type Unit } from "./span";

// What a rule is called in the document, in both languages at once, whichever of them the page speaks.

const subjectRu: Record<Kind, string> = {
  any: "обращение",
  review: "отзыв",
  review12: "отзыв с оценкой 1–2",
  review13: "отзыв с оценкой 1–3",
  question: "вопрос",
  chat: "чат",
};
const subjectEn: Record<Kind, string> = {
  any: "item",
  review: "review",
  review12: "review of 1–2 stars",
  review13: "review of 1–3 stars",
  question: "question",
  chat: "chat",
};
const urgencyRu: Record<Urgency, [masculine: string, neuter: string]> = {
  any: ["", ""],
  high: ["важный или срочный ", "важное или срочное "],
  urgent: ["срочный ", "срочное "],
};
const urgencyEn: Record<Urgency, string> = { any: "", high: "important or urgent ", urgent: "urgent " };

/** After «больше» and «дольше»: one minute, many minutes. */
const unitRu: Record<Unit, [one: string, many: string]> = { minutes: ["минуты", "минут"], hours: ["часа", "часов"] };
const unitEn: Record<Unit, [one: string, many: string]> = { minutes: ["minute", "minutes"], hours: ["hour", "hours"] };

/** The rule in a sentence, which the inbox shows as the reason and which is the message unless a person wrote another. */
export function describeRule(rule: SimpleRule): Localized {
  return { ru: capital(ru(rule)), en: capital(en(rule)) };
}

function ru({ kind, urgency, clock, amount, alsoOverdue }: SimpleRule): string {
  const subject = urgencyRu[urgency][kind === "any" ? 1 : 0] + subjectRu[kind];
  const also = alsoOverdue ? ", и крайний срок прошёл" : "";
  switch (clock) {
    case "waiting":
      return `${subject} ждёт ответа дольше ${spanRu(amount)}${also}`;
    case "pastFirstResponse":
      return `${subject} без ответа, обещанный срок прошёл${amount > 0 ? ` больше ${spanRu(amount)} назад` : ""}${also}`;
    case "pastEscalate":
      return `${subject} без ответа, срок передачи выше прошёл${amount > 0 ? ` больше ${spanRu(amount)} назад` : ""}${also}`;
    case "overdue":
      return `${subject} без ответа, крайний срок прошёл`;
    case "pastHardDeadline":
      return `${subject} без ответа, крайний срок прошёл${amount > 0 ? ` больше ${spanRu(amount)} назад` : ""}`;
    case "similar":
      return `${kind === "any" && urgency === "any" ? "" : `${subject}: `}похожих жалоб на товар за неделю больше ${amount}${also}`;
  }
}

function en({ kind, urgency, clock, amount, alsoOverdue }: SimpleRule): string {
  const subject = urgencyEn[urgency] + subjectEn[kind];
  const also = alsoOverdue ? ", and its hard deadline has passed" : "";
  const passed = amount > 0 ? `passed more than ${spanEn(amount)} ago` : "has passed";
  switch (clock) {
    case "waiting":
      return `${article(subject)} has waited for a reply for more than ${spanEn(amount)}${also}`;
    case "pastFirstResponse":
      return `${article(subject)} has no reply and its promised time ${passed}${also}`;
    case "pastEscalate":
      return `${article(subject)} has no reply and the time to pass it on ${passed}${also}`;
    case "overdue":
      return `${article(subject)} has no reply and its hard deadline has passed`;
    case "pastHardDeadline":
      return `${article(subject)} has no reply and its hard deadline ${passed}`;
    case "similar":
      return `${kind === "any" && urgency === "any" ? "" : `${subject}: `}more than ${amount} similar complaints about the product within a week${also}`;
  }
}

function spanRu(minutes: number): string {
  const { count, unit } = spanOf(minutes);
  return `${count} ${unitRu[unit][count % 10 === 1 && count % 100 !== 11 ? 0 : 1]}`;
}

function spanEn(minutes: number): string {
  const { count, unit } = spanOf(minutes);
  return `${count} ${unitEn[unit][count === 1 ? 0 : 1]}`;
}

const article = (subject: string): string => `${/^[aeiou]/.test(subject) ? "an" : "a"} ${subject}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

