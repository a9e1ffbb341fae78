// What happened under the policies, for the pages around the editor: differences, back-tests and shadows over the mock's own interactions,
// and explanations of their decisions.
import { evaluate, fieldView, pick } from "./policyEngine.mjs";

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const number = (value, language) => value.toLocaleString(language === "en" ? "en" : "ru");

/** The facts of an interaction of the mock, together with what the earlier sets decide about it. */
export function factsOf({ summary, rest }, earlier, fields) {
  const minutesPast = (due) => (due ? Math.round((Date.now() - Date.parse(due)) / 60_000) : undefined);
  const facts = {
    marketplace: summary.marketplace, channel: summary.channel, rating: summary.rating ?? undefined, rating_only: summary.ratingOnly, intent: summary.intent, flags: summary.flags, sentiment: rest.sentiment,
    customer_continued: false, messages_from_customer: 1, similar_complaints: 2, similar_complaints_7d: 2, customer_text: rest.text, reply_text: rest.draft?.text, reply_length: rest.draft?.text.length, reply_cyrillic_share: 1, moment: "draft",
    waiting_minutes: Math.max(0, Math.round((Date.now() - Date.parse(summary.occurredAt)) / 60_000)), minutes_past_escalate: minutesPast(summary.escalateAt), minutes_past_first_response: minutesPast(summary.firstResponseDue), minutes_past_hard_deadline: minutesPast(summary.hardDeadline),
    overdue: summary.hardDeadline !== null && Date.parse(summary.hardDeadline) < Date.now(), escalation_level: summary.escalationLevel, link_type: "none", auto_send_enabled: false, auto_preset: "safe", draft_source: "template", guardrails_valid: true,
  };
  for (const document of earlier) Object.assign(facts, evaluate(document, facts, fields).outputs);
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function reader(document, language) {
  const views = Object.fromEntries(document.outputs.map((output) => [output.name, fieldView(output, language)]));
  const say = pick(language);
  const read = (name, value) => {
    if (value === undefined || value === null) return say(["пусто", "empty"]);
    if (typeof value === "boolean") return say(value ? ["да", "yes"] : ["нет", "no"]);
    if (typeof value === "object" && !Array.isArray(value)) return say(value, "");
    const view = views[name];
    return [value].flat().map((one) => `${view.values.find((each) => each.value === one)?.label ?? one}${view.unit ? ` ${view.unit}` : ""}`).join(", ");
  };
  return { title: (name) => views[name].title, read };
}

/** What two texts decide differently about the interactions, each of them standing for `weight` recorded decisions. */
export function compareOver(items, before, after, factsFor, fields, language, weight) {
  const { title, read } = reader(after, language);
  const names = after.outputs.map(({ name }) => name);
  const shifts = Object.fromEntries(names.map((name) => [name, new Map()]));
  const samples = [];
  let changed = 0;
  for (const item of items) {
    const facts = factsFor(item);
    const old = evaluate(before, facts, fields);
    const now = evaluate(after, facts, fields);
    for (const name of names) {
      const key = JSON.stringify([read(name, old.outputs[name]), read(name, now.outputs[name])]);
      shifts[name].set(key, (shifts[name].get(key) ?? 0) + weight);
    }
    if (same(old.outputs, now.outputs)) continue;
    changed += weight;
    const view = ({ outputs }) => names.map((name) => ({ output: name, title: title(name), value: read(name, outputs[name]) }));
    if (samples.length < 20) samples.push({ decisionId: item.rest.decisions[0].id, interactionId: item.summary.id, at: item.summary.occurredAt, subject: `${item.summary.customerName ?? ""} · ${item.summary.subject}`.replace(/^ · /, ""), before: view(old), after: view(now), rowsBefore: old.rows, rowsAfter: now.rows });
  }
  const outputs = names.map((name) => ({ output: name, title: title(name), shifts: [...shifts[name]].map(([key, count]) => ({ from: JSON.parse(key)[0], to: JSON.parse(key)[1], count, same: JSON.parse(key)[0] === JSON.parse(key)[1] })).sort((a, b) => b.count - a.count) }));
  return { decisions: items.length * weight, changed, outputs, samples };
}

const consequences = {
  sla: (changed, say) => [
    { code: "first_response_missed", title: say(["Сроки первого ответа сорваны", "First responses missed"]), before: 12, after: 12 + Math.round(changed / 60) },
    { code: "hard_deadline_missed", title: say(["Крайние сроки сорваны", "Hard deadlines missed"]), before: 3, after: 3 },
  ],
  "auto-action": (changed, say) => [{ code: "sent_without_person", title: say(["Ушло бы без человека", "Sent without a person"]), before: 0, after: changed }],
};

/** Streams a back-test: progress while it lasts, then the report. Stops when the page closes the connection. */
export function streamBacktest(response, { set, against, before, text, from, to, items, factsFor, fields, language, quiet }) {
  const say = pick(language);
  const line = (value) => response.write(`${JSON.stringify(value)}\n`);
  response.writeHead(200, { "Content-Type": "application/x-ndjson; charset=utf-8", "Cache-Control": "no-store" });
  let after;
  try {
    after = JSON.parse(text);
  } catch (error) {
    line({ type: "problem", title: say(["Текст не читается", "The text cannot be read"]), detail: error.message, findings: [] });
    return response.end();
  }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const nothing = days < 1;
  const report = compareOver(nothing ? [] : items, before, after, factsFor, fields, language, Math.max(1, Math.round(days)));
  const steps = quiet ? 3 : 30;
  let step = 0;
  const timer = setInterval(() => {
    step++;
    if (step <= steps && !nothing) return line({ type: "progress", done: Math.round((report.decisions * step) / steps), total: report.decisions, changed: Math.round((report.changed * step) / steps) });
    clearInterval(timer);
    line({ type: "report", against, ...report, notComparable: nothing ? 0 : 17, consequences: report.changed === 0 ? [] : (consequences[set]?.(report.changed, say) ?? []), seconds: 4.2 });
    return response.end();
  }, quiet ? 400 : 120);
  response.on("close", () => clearInterval(timer));
  return undefined;
}

/** The difference between two documents as sentences. */
export function differences(before, after, language) {
  const say = pick(language);
  const changes = [];
  const { title, read } = reader(after, language);
  const written = (cell) => (cell === undefined ? null : [cell?.value ?? cell].flat().map((one) => (one !== null && typeof one === "object" ? say(one, "") : String(one))).join(", "));
  for (const table of after.tables) {
    const old = before.tables.find(({ name }) => name === table.name)?.rows ?? [];
    const push = (kind, row, cell, text, was = null, is = null) => changes.push({ kind, table: table.name, row: row.id, cell, text, before: was, after: is });
    const name = (row) => `«${say(row.description, row.id)}»`;
    const stays = table.rows.filter(({ id }) => old.some((one) => one.id === id)).map(({ id }) => id);
    const stayed = old.filter(({ id }) => stays.includes(id)).map(({ id }) => id);
    for (const row of table.rows) {
      const was = old.find(({ id }) => id === row.id);
      if (!was) {
        push("added", row, null, `${say(["Новая строка", "New row"])} ${name(row)}`);
        continue;
      }
      for (const cell of new Set([...Object.keys(was.when ?? {}), ...Object.keys(row.when ?? {})])) {
        if (!same(was.when?.[cell], row.when?.[cell])) push("changed", row, cell, `${say(["Строка", "Row"])} ${name(row)}: ${say(["условие", "condition"])} ${cell}`, written(was.when?.[cell]), written(row.when?.[cell]));
      }
      for (const output of new Set([...Object.keys(was.then), ...Object.keys(row.then)])) {
        if (!same(was.then[output], row.then[output])) push("changed", row, output, `${say(["Строка", "Row"])} ${name(row)}: ${title(output)} ${read(output, was.then[output])} → ${read(output, row.then[output])}`, read(output, was.then[output]), read(output, row.then[output]));
      }
      if (!same(was.description, row.description)) push("changed", row, "description", `${say(["Строка", "Row"])} ${name(row)}: ${say(["другое описание", "another description"])}`, say(was.description, ""), say(row.description, ""));
      if ((was.enabled ?? true) !== (row.enabled ?? true)) push("changed", row, "enabled", `${say(["Строка", "Row"])} ${name(row)} ${say(row.enabled === false ? ["выключена", "was switched off"] : ["включена", "was switched on"])}`);
      if (stays.indexOf(row.id) !== stayed.indexOf(row.id)) push("moved", row, null, `${say(["Строка", "Row"])} ${name(row)}: ${say(["место", "place"])} ${number(old.indexOf(was) + 1, language)} → ${number(table.rows.indexOf(row) + 1, language)}`);
    }
    for (const row of old) if (!table.rows.some(({ id }) => id === row.id)) push("removed", row, null, `${say(["Убрана строка", "Row removed:"])} ${name(row)}`);
  }
  return changes;
}
