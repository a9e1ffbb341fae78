// A few parts of the policy engine, enough to see how the editor behaves: typed reading, three-valued evaluation, sentences, some findings.
import { labels, titles, units } from "./factWords.mjs";

export const pick = (language) => (pair, fallback) => (pair === undefined ? fallback : Array.isArray(pair) ? pair[language === "en" ? 1 : 0] : (pair[language === "en" ? "en" : "ru"] ?? fallback));

const equality = ["eq", "ne", "in", "notIn", "isKnown"];
const ordered = ["eq", "ne", "in", "notIn", "lt", "lte", "gt", "gte", "between", "isKnown"];
export const operators = { bool: ["eq", "ne", "isKnown"], enum: equality, string: equality, int: ordered, decimal: ordered, duration: ordered, instant: [...ordered, "within"], set: ["has", "hasAny", "hasAll", "hasNone", "isKnown"], text: ["contains", "containsAny", "matches", "isKnown"], localized: [] };

export function fieldView(field, language) {
  const say = pick(language);
  return {
    name: field.name, type: field.type, title: say(field.title ?? titles[field.name], field.name), description: say(field.description, ""), unit: say(field.unit ?? units[field.name], null),
    nullable: field.nullable ?? false, personalData: field.personalData ?? false, min: field.min ?? null, max: field.max ?? null, merge: field.merge ?? null,
    values: (field.values ?? []).map((value) => ({ value, label: say(field.labels?.[value] ?? labels[value], value) })),
  };
}

const seconds = (text) => {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(text) ?? [];
  return amount === undefined ? Number.NaN : Number(amount) * { s: 1, m: 60, h: 3600, d: 86_400 }[unit];
};
const numberOf = (field, value) => (field.type === "enum" ? field.values.indexOf(value) : field.type === "duration" ? seconds(value) : field.type === "instant" ? Date.parse(value) : field.type === "bool" ? Number(value) : value);
const words = (text) => text.toLowerCase().replaceAll("ё", "е");

function ask(field, op, value, actual) {
  if (op === "isKnown") return (actual !== undefined && actual !== null) === value;
  if (actual === undefined || actual === null) return null;
  if (field.type === "text") {
    if (op === "matches") return new RegExp(value, "iu").test(actual);
    return [value].flat().some((phrase) => words(phrase).split(/[^\p{L}\d]+/u).filter((word) => word.length > 3).some((word) => words(actual).includes(word.slice(0, 5))));
  }
  if (field.type === "set") {
    const has = [value].flat().map((member) => actual.includes(member));
    return op === "hasAll" ? has.every(Boolean) : op === "hasNone" ? !has.some(Boolean) : has.some(Boolean);
  }
  const own = field.type === "string" ? actual : numberOf(field, actual);
  const others = [value].flat().map((one) => (field.type === "string" ? one : numberOf(field, one)));
  switch (op) {
    case "eq": return own === others[0];
    case "ne": return own !== others[0];
    case "in": return others.includes(own);
    case "notIn": return !others.includes(own);
    case "lt": return own < others[0];
    case "lte": return own <= others[0];
    case "gt": return own > others[0];
    case "gte": return own >= others[0];
    case "between": return own >= others[0] && own <= others[1];
    default: return null;
  }
}

export const not = (truth) => (truth === null ? null : !truth);
const every = (truths) => (truths.includes(false) ? false : truths.includes(null) ? null : true);
const some = (truths) => (truths.includes(true) ? true : truths.includes(null) ? null : false);

/** The questions of a row's cells, each as a condition of its own. */
export function cellsOf(table, row) {
  return Object.entries(row.when ?? {}).map(([id, cell]) => {
    const column = (table.columns ?? []).find((one) => (one.id ?? one.field ?? one.output) === id) ?? { field: id, op: "eq" };
    const own = cell !== null && typeof cell === "object" && !Array.isArray(cell);
    return { ...column, op: own ? cell.op : column.op, value: own ? cell.value : cell };
  });
}

export function truthOf(condition, facts, outputs, fields) {
  if (condition.all) return every(condition.all.map((part) => truthOf(part, facts, outputs, fields)));
  if (condition.any) return some(condition.any.map((part) => truthOf(part, facts, outputs, fields)));
  if (condition.not) return not(truthOf(condition.not, facts, outputs, fields));
  const field = fields[condition.output ?? condition.field];
  return field === undefined ? null : ask(field, condition.op, condition.value, (condition.output ? outputs : facts)[condition.output ?? condition.field]);
}

const merged = (field, values) => {
  const by = (one) => numberOf(field, one);
  if (field.merge === "max") return values.reduce((a, b) => (by(b) > by(a) ? b : a));
  if (field.merge === "min") return values.reduce((a, b) => (by(b) < by(a) ? b : a));
  if (field.merge === "union") return [...new Set(values.flat())];
  return field.merge === "last" ? values.at(-1) : values[0];
};

export function evaluate(document, facts, fields) {
  const outputs = { ...document.defaults };
  const declared = Object.fromEntries((document.outputs ?? []).map((output) => [output.name, output]));
  const known = { ...fields, ...declared };
  const decided = [];
  const written = {};
  for (const table of document.tables ?? []) {
    let applying = (table.rows ?? []).filter((row) => row.enabled !== false && every([...cellsOf(table, row), ...(row.condition ? [row.condition] : [])].map((part) => truthOf(part, facts, outputs, known))) === true);
    const policy = table.hitPolicy ?? document.hitPolicy;
    if (policy === "unique" && applying.length > 1) return { outputs: { ...document.onFault }, rows: [] };
    if (policy !== "collect") applying = applying.slice(0, 1);
    decided.push(...applying.map(({ id }) => id));
    for (const row of applying) {
      for (const [name, value] of Object.entries(row.then ?? {})) {
        const field = declared[name];
        if (field === undefined) continue;
        written[name] = field.merge || policy === "collect" ? [...(written[name] ?? []), value] : [value];
        outputs[name] = merged(field, written[name]);
      }
    }
  }
  return { outputs, rows: decided };
}

const opWords = {
  ru: { eq: "", ne: "не ", in: "", notIn: "не ", lt: "меньше ", lte: "не больше ", gt: "больше ", gte: "не меньше ", between: "", within: "за последние ", has: "есть ", hasAny: "есть ", hasAll: "есть все: ", hasNone: "нет ни одного: ", contains: "есть слова ", containsAny: "есть слова ", matches: "подходит под " },
  en: { eq: "", ne: "not ", in: "", notIn: "not ", lt: "less than ", lte: "at most ", gt: "more than ", gte: "at least ", between: "", within: "within ", has: "has ", hasAny: "has ", hasAll: "has all of ", hasNone: "has none of ", contains: "contains ", containsAny: "contains ", matches: "matches " },
};

function valueText(field, value, language) {
  const say = pick(language);
  const or = language === "en" ? " or " : " или ";
  if (Array.isArray(value) && value.length > 4) return `${value.slice(0, 3).map((one) => valueText(field, one, language)).join(", ")} ${language === "en" ? `and ${value.length - 3} more` : `и ещё ${value.length - 3}`}`;
  if (Array.isArray(value)) return value.map((one) => valueText(field, one, language)).join(or);
  if (typeof value === "boolean") return say(value ? ["да", "yes"] : ["нет", "no"]);
  if (value !== null && typeof value === "object") return `«${say(value, "")}»`;
  if (field?.type === "text") return `«${value}»`;
  const unit = say(field?.unit ?? units[field?.name], "");
  return `${say(labels[value], String(value))}${unit === "" ? "" : ` ${unit}`}`;
}

function conditionText(condition, fields, language) {
  const say = pick(language);
  if (condition.all) return condition.all.map((part) => conditionText(part, fields, language)).join(say([" и ", " and "]));
  if (condition.any) return `(${condition.any.map((part) => conditionText(part, fields, language)).join(say([" или ", " or "]))})`;
  if (condition.not) return `${say(["неверно, что ", "not "])}${conditionText(condition.not, fields, language)}`;
  const field = fields[condition.output ?? condition.field];
  const title = say(titles[field?.name], condition.output ?? condition.field);
  if (condition.op === "isKnown") return `${title} ${say(condition.value ? ["известна", "is known"] : ["не известна", "is not known"])}`;
  if (condition.op === "between") return `${title} ${valueText(field, condition.value?.[0], language)}–${valueText(field, condition.value?.[1], language)}`;
  return `${title}${language === "en" ? " is" : ""} ${opWords[language === "en" ? "en" : "ru"][condition.op] ?? ""}${valueText(field, condition.value, language)}`;
}

export function sentence(document, table, row, fields, language) {
  const say = pick(language);
  const known = { ...fields, ...Object.fromEntries(document.outputs.map((output) => [output.name, output])) };
  const parts = [...cellsOf(table, row), ...(row.condition ? [row.condition] : [])].map((part) => conditionText(part, known, language));
  const then = Object.entries(row.then ?? {}).map(([name, value]) => `${say(titles[name], name)} — ${valueText(known[name], value, language)}`).join(", ");
  return `${parts.length === 0 ? say(["Всегда", "Always"]) : `${say(["Если", "If"])} ${parts.join(say([" и ", " and "]))}`}${say([", то ", ", then "])}${then}.`;
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function checkValue(field, value, path, report, say) {
  const wrong = (ru, en) => report(path, say([ru, en]));
  if (field.type === "enum" && !field.values.includes(value)) wrong(`ожидалось одно из: ${field.values.join(", ")}; пришло ${JSON.stringify(value)}`, `expected one of ${field.values.join(", ")}, came ${JSON.stringify(value)}`);
  else if (["int", "decimal"].includes(field.type) && (typeof value !== "number" || value < (field.min ?? value) || value > (field.max ?? value))) wrong(`ожидалось число${field.min === undefined ? "" : ` от ${field.min}`}${field.max === undefined ? "" : ` до ${field.max}`}, пришло ${JSON.stringify(value)}`, `expected a number${field.min === undefined ? "" : ` from ${field.min}`}${field.max === undefined ? "" : ` to ${field.max}`}, came ${JSON.stringify(value)}`);
  else if (field.type === "bool" && typeof value !== "boolean") wrong("ожидалось true или false", "expected true or false");
  else if (field.type === "duration" && Number.isNaN(seconds(String(value)))) wrong("ожидалась длительность, например \"30m\"", "expected a duration, such as \"30m\"");
  else if (field.type === "text" && /(^|\s)плохоеслово(\s|$)/.test(String(value))) wrong("слова «плохоеслово» нет в словаре; поставьте перед ним знак =", "the word is not in the dictionary; put = before it");
}

/** What a check of a text says. */
export function check(text, fields, language) {
  const say = pick(language);
  const findings = [];
  const finding = (kind, severity, path, message, rest = {}) => findings.push({ kind, severity, path, table: null, row: null, cell: null, otherRows: [], message, example: null, ...rest });
  let document;
  try {
    document = JSON.parse(text);
  } catch (error) {
    finding("unreadable", "error", "$", `${say(["Это не JSON: ", "This is not JSON: "])}${error.message}`);
    return { readable: false, canPublish: false, findings, sentences: {}, examples: [] };
  }
  const outputs = Object.fromEntries((document.outputs ?? []).map((output) => [output.name, output]));
  const sentences = {};
  const ids = new Set();
  (document.tables ?? []).forEach((table, t) => {
    (table.rows ?? []).forEach((row, r) => {
      const path = `$.tables[${t}].rows[${r}]`;
      const place = { table: table.name, row: row.id };
      if (ids.has(row.id)) finding("unreadable", "error", path, say([`Номер строки «${row.id}» встречается дважды.`, `The row id “${row.id}” stands twice.`]), place);
      ids.add(row.id);
      for (const [id, cell] of Object.entries(row.when ?? {})) {
        const column = (table.columns ?? []).find((one) => (one.id ?? one.field ?? one.output) === id);
        const field = column && (column.output ? outputs[column.output] : fields[column.field]);
        if (!field) {
          finding("unreadable", "error", `${path}.when.${id}`, say([`Столбца ${id} нет.`, `There is no column ${id}.`]), { ...place, cell: id });
          continue;
        }
        const own = cell !== null && typeof cell === "object" && !Array.isArray(cell);
        if ((own ? cell.op : column.op) === "isKnown" || (own ? cell.op : column.op) === "matches") continue;
        [own ? cell.value : cell].flat().forEach((value) => checkValue(field, value, `${path}.when.${id}`, (where, message) => finding(field.type === "text" ? "unreadable" : "outsideDomain", "error", where, message, { ...place, cell: id }), say));
      }
      for (const [name, value] of Object.entries(row.then ?? {})) {
        if (outputs[name]) checkValue(outputs[name], value, `${path}.then.${name}`, (where, message) => finding("unreadable", "error", where, message, { ...place, cell: name }), say);
      }
      const twin = table.rows.slice(0, r).find((other) => same(other.when ?? {}, row.when ?? {}) && same(other.condition, row.condition));
      if (twin) finding(same(twin.then, row.then) ? "duplicate" : "contradiction", "warning", path, say([`Строка «${twin.id}» спрашивает то же самое и стоит выше: эта никогда не решит.`, `The row “${twin.id}” asks the same and stands above: this one never decides.`]), { ...place, otherRows: [twin.id] });
      if (document.outputs) sentences[row.id] = sentence(document, table, row, fields, language);
    });
  });
  if (document.name === "priority") finding("gap", "note", "$.tables[0]", say(["Ни одна строка не решает о таком обращении; будет значение по умолчанию.", "No row decides about such an interaction; the default will hold."]), { table: "cases", example: { channel: "review", intent: "availability", flags: [] } });
  const usesText = Object.keys(outputs).includes("verdict");
  const examples = (document.examples ?? []).map((example, at) => {
    const came = evaluate(document, example.facts ?? {}, fields);
    const failed = usesText ? [] : Object.entries(example.outputs ?? {}).filter(([name, value]) => !same(came.outputs[name], value));
    const rows = !usesText && example.rows && !same(example.rows, came.rows);
    const failure = failed.length > 0
      ? failed.map(([name, value]) => `${say(titles[name], name)}: ${say(["ожидалось", "expected"])} ${valueText(outputs[name], value, language)}, ${say(["вышло", "came"])} ${valueText(outputs[name], came.outputs[name], language)}`).join("; ")
      : rows ? say([`Решили строки: ${came.rows.join(", ") || "ни одной"}`, `Rows that decided: ${came.rows.join(", ") || "none"}`]) : null;
    if (failure) finding("failedExample", "error", `$.examples[${at}]`, say([`Пример «${example.name}»: ${failure}.`, `Example “${example.name}”: ${failure}.`]));
    return { name: example.name, path: `$.examples[${at}]`, passed: failure === null, failure, outputs: usesText ? { ...document.defaults, ...example.outputs } : came.outputs, rows: usesText ? (example.rows ?? []) : came.rows };
  });
  const unreadable = findings.some(({ kind }) => kind === "unreadable" || kind === "outsideDomain");
  return { readable: !unreadable, canPublish: !findings.some(({ severity }) => severity === "error"), findings, sentences: unreadable ? {} : sentences, examples: unreadable ? [] : examples };
}
