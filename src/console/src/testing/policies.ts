import type { FieldView, OperatorName, OutputView, PolicyCatalogue } from "~/policies/api";
import type { PolicyDocument } from "~/policies/model/types";

const equality: OperatorName[] = ["eq", "ne", "in", "notIn", "isKnown"];
const ordered: OperatorName[] = ["eq", "ne", "in", "notIn", "lt", "lte", "gt", "gte", "between", "isKnown"];

export function field(name: string, type: FieldView["type"], change: Partial<FieldView> = {}): FieldView {
  return { name, type, title: name, description: "", unit: null, nullable: true, personalData: false, min: null, max: null, values: [], ...change };
}

const labelled = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

export const channel = field("channel", "enum", { title: "канал", values: labelled({ review: "отзыв", question: "вопрос", chat: "чат" }) });
export const rating = field("rating", "int", { title: "оценка", min: 1, max: 5 });
export const flags = field("flags", "set", { title: "опасные признаки", values: labelled({ legal_threat: "угроза судом", missing: "нет части, не весь заказ", insult: "оскорбление" }) });
export const confidence = field("link_confidence", "decimal", { title: "уверенность", min: 0, max: 1 });
export const continued = field("customer_continued", "bool", { title: "написал снова" });
export const age = field("age", "duration", { title: "возраст" });
export const seen = field("seen", "instant", { title: "просмотрено" });
export const article = field("product_id", "string", { title: "артикул" });
export const words = field("customer_text", "text", { title: "слова покупателя", personalData: true });

export const catalogue: PolicyCatalogue = {
  fields: [channel, rating, flags, confidence, continued, age, seen, article, words],
  operators: {
    bool: ["eq", "ne", "isKnown"],
    enum: equality,
    string: equality,
    int: ordered,
    decimal: ordered,
    duration: ordered,
    instant: [...ordered, "within"],
    set: ["has", "hasAny", "hasAll", "hasNone", "isKnown"],
    text: ["contains", "containsAny", "matches", "isKnown"],
    localized: [],
  },
};

export const priority: OutputView = { ...field("priority", "enum", { title: "приоритет", values: labelled({ low: "не срочно", normal: "обычно", urgent: "срочно" }) }), merge: null };
export const minutes: OutputView = { ...field("minutes", "int", { title: "первый ответ", unit: "мин", min: 1, max: 10080 }), merge: null };

const outputs: object[] = [
  { name: "priority", type: "enum", values: ["low", "normal", "urgent"] },
  { name: "minutes", type: "int", min: 1, max: 10080 },
];

export function policyDocument(change: Partial<PolicyDocument> = {}): PolicyDocument {
  return {
    name: "priority",
    title: { ru: "Приоритет", en: "Priority" },
    hitPolicy: "first",
    outputs: outputs as PolicyDocument["outputs"],
    defaults: { priority: "normal" },
    tables: [
      {
        name: "cases",
        title: { ru: "Случаи", en: "Cases" },
        columns: [
          { field: "channel", op: "eq" },
          { field: "rating", op: "in" },
        ],
        rows: [
          { id: "negative", description: { ru: "Плохой отзыв", en: "Bad review" }, when: { channel: "review", rating: [1, 2] }, then: { priority: "urgent", minutes: 30 } },
          { id: "question", description: { ru: "Вопрос", en: "Question" }, when: { channel: "question" }, then: { priority: "normal", minutes: 240 } },
          { id: "rest", description: { ru: "Прочее", en: "The rest" }, when: { rating: { op: "gte", value: 4 } }, then: { priority: "low" } },
        ],
      },
    ],
    examples: [{ name: "Одна звезда", facts: { channel: "review", rating: 1 }, outputs: { priority: "urgent" }, rows: ["negative"] }],
    ...change,
  };
}
