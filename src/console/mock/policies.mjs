// The real sets of rules/ behind /api/policies, with invented versions and a little of the engine (policyEngine.mjs).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { compareOver, differences, factsOf, streamBacktest } from "./policyHistory.mjs";
import { cellsOf, check, evaluate, fieldView, operators, pick, sentence, truthOf } from "./policyEngine.mjs";

const folder = new URL("../../../rules/", import.meta.url);
const read = (file) => readFileSync(new URL(file, folder), "utf8");
/** Every layer of the server declares its own facts. */
const layers = new URL("../../", import.meta.url);
const facts = readdirSync(layers).map((layer) => new URL(`${layer}/Facts/facts.json`, layers)).filter(existsSync).flatMap((file) => JSON.parse(readFileSync(file, "utf8")).facts);
const fields = Object.fromEntries(facts.map((fact) => [fact.name, fact]));
const order = ["priority", "sla", "routing", "guardrails", "auto-action", "escalation"];
const names = readdirSync(folder).filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5)).filter((name) => name !== "facts" && !name.endsWith(".schema") && name !== "schema").sort((a, b) => order.indexOf(a) - order.indexOf(b));
const at = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString();
const anna = { id: "0190aaaa-0000-7000-8000-000000000001", name: "Анна Котова" };

const version = (origin, number, state, minutes, rest = {}) => ({ label: `${origin}-${number}`, origin, number, state, effectiveFrom: state === "draft" ? null : at(minutes), effectiveTo: null, author: origin === "seller" ? anna : null, note: null, createdAt: at(minutes), hash: "0".repeat(64), inForce: false, ...rest });

const sets = Object.fromEntries(names.map((name) => {
  const text = read(`${name}.json`);
  const versions = name === "sla"
    ? [version("seller", 2, "draft", -90, { note: "Короче сроки для плохих отзывов" }), version("seller", 1, "active", -6000, { note: "Вопросы до покупки за 5 минут", inForce: true }), version("platform", 3, "active", -3000), version("platform", 2, "retired", -90_000)]
    : [...(name === "priority" ? [version("seller", 1, "shadow", -4300, { note: "Вопросы до покупки срочнее" })] : []), version("platform", 3, "active", -3000, { inForce: true }), version("platform", 2, "retired", -90_000)];
  const texts = Object.fromEntries(versions.map(({ label }) => [label, text]));
  if (name === "sla") {
    texts["seller-2"] = text.replace('"first_response_minutes": 30, "escalate_minutes": 15', '"first_response_minutes": 20, "escalate_minutes": 10');
  }
  if (name === "priority") texts["seller-1"] = text.replaceAll('"priority": "high", "case": "pre_purchase_question"', '"priority": "urgent", "case": "pre_purchase_question"');
  return [name, { name, versions, texts }];
}));

const parse = (text) => JSON.parse(text);
const problem = (status, code, title, rest = {}) => [status, { status, code, title, detail: title, ...rest }];
const inForce = (set) => set.versions.find((one) => one.inForce) ?? set.versions.find(({ origin }) => origin === "platform");
const opened = (set) => (set.versions[0].state === "draft" ? set.versions[0] : inForce(set));

function summary(set, language, canManage) {
  const active = inForce(set);
  const document = parse(set.texts[active.label]);
  const say = pick(language);
  const newest = set.versions.find(({ origin }) => origin === "platform").label;
  return {
    name: set.name, title: say(document.title, set.name), description: say(document.description, ""), active, newestPlatform: newest, basedOn: active.origin === "seller" ? "platform-2" : null, platformIsNewer: active.origin === "seller",
    drafts: set.versions.filter(({ state }) => state === "draft").length, shadow: set.versions.find(({ state }) => state === "shadow")?.label ?? null, scheduled: set.versions.find(({ state }) => state === "scheduled") ?? null, findings: { errors: 0, warnings: set.name === "guardrails" ? 2 : 0 },
    rows: document.tables.reduce((sum, { rows }) => sum + rows.length, 0), examples: document.examples.length, decisionsLastWeek: 1200 + set.name.length * 137, canManage,
  };
}

function view(set, language, canManage) {
  const now = opened(set);
  const document = parse(set.texts[now.label]);
  return { name: set.name, title: pick(language)(document.title, set.name), canManage, active: inForce(set), newest: set.versions[0], versions: set.versions, outputs: document.outputs.map((output) => fieldView(output, language)), document: set.texts[now.label], documentVersion: now.label, lockedTables: document.tables.filter(({ locked, name }) => locked || (set.name === "guardrails" && name === "phrases")).map(({ name }) => name) };
}

function save(set, { document, note }, language) {
  const answer = check(document, fields, language);
  if (!answer.readable) return problem(422, "policy_unreadable", pick(language)(["Набор не читается: исправьте отмеченное и сохраните ещё раз.", "The set cannot be read: mend what is marked and save again."]), { findings: answer.findings });
  const number = Math.max(0, ...set.versions.filter(({ origin }) => origin === "seller").map((one) => one.number)) + 1;
  const saved = version("seller", number, "draft", 0, { note });
  set.versions.unshift(saved);
  set.texts[saved.label] = document;
  return [201, { version: saved, check: answer }];
}

function publish(set, label, { state, effectiveFrom, effectiveTo, seenActive, note }, language) {
  const chosen = set.versions.find((one) => one.label === label);
  if (!chosen) return undefined;
  const answer = check(set.texts[label], fields, language);
  if (["active", "shadow"].includes(state) && !answer.canPublish) return problem(422, "policy_refused", pick(language)(["Публиковать нельзя: есть ошибки.", "It cannot be published: there are errors."]), { findings: answer.findings });
  if (seenActive && seenActive !== inForce(set).label) return problem(409, "policy_changed", pick(language)(["За это время опубликовали другую версию.", "Another version was published meanwhile."]));
  const later = effectiveFrom !== null && Date.parse(effectiveFrom) > Date.now();
  if (state === "active" && !later) {
    set.versions.forEach((one) => {
      one.inForce = one === chosen;
      if (one !== chosen && one.origin === "seller" && one.state === "active") one.state = "retired";
    });
  }
  Object.assign(chosen, { state: state === "active" && later ? "scheduled" : state, effectiveFrom: effectiveFrom ?? at(0), effectiveTo, note: note || chosen.note });
  return [200, chosen];
}

function explanation(set, document, known, language) {
  const say = pick(language);
  const came = evaluate(document, known, fields);
  const all = { ...fields, ...Object.fromEntries(document.outputs.map((output) => [output.name, output])) };
  const valueOf = (name, value) => ({ output: name, title: fieldView(all[name], language).title, value: String(fieldView(all[name], language).values.find((one) => one.value === value)?.label ?? value) });
  return {
    set: set.name, title: say(document.title), version: opened(set).label, exact: true, inexactBecause: null, outputs: Object.entries(came.outputs).map(([name, value]) => valueOf(name, value)),
    tables: document.tables.map((table) => ({
      name: table.name, title: say(table.title, table.name), hitPolicy: table.hitPolicy ?? document.hitPolicy,
      rows: table.rows.map((row) => {
        const conditions = [...cellsOf(table, row), ...(row.condition ? [row.condition] : [])].map((part) => {
          const truth = truthOf(part, known, came.outputs, all);
          const name = part.field ?? part.output;
          return { kind: part.all ? "all" : part.any ? "any" : part.not ? "not" : "question", text: name ? `${fieldView(all[name], language).title} ${[part.value].flat().join(", ")}` : "", truth: String(truth ?? "unknown"), actual: name && known[name] !== undefined ? String(known[name]) : null, places: [], parts: [] };
        });
        const failing = conditions.filter(({ truth }) => truth !== "true").length;
        const outcome = row.enabled === false ? "switchedOff" : came.rows.includes(row.id) ? "decided" : failing === 0 ? "overruled" : failing === 1 && conditions.length > 1 ? "nearMiss" : "notMatched";
        return { id: row.id, description: say(row.description, row.id), sentence: sentence(document, table, row, fields, language), outcome, conditions };
      }),
    })),
  };
}

function convert({ document, table, row, to }) {
  const all = parse(document);
  const found = all.tables.find(({ name }) => name === table);
  const one = found.rows.find(({ id }) => id === row);
  if (to === "condition") {
    const parts = [...cellsOf(found, one).map(({ id: _, ...rest }) => rest), ...(one.condition ? [one.condition].flatMap((part) => part.all ?? [part]) : [])];
    delete one.when;
    if (parts.length > 0) one.condition = { all: parts };
  } else if (one.condition) {
    const left = [];
    for (const part of one.condition.all ?? [one.condition]) {
      const name = part.field ?? part.output;
      if (!name || one.when?.[name] !== undefined) left.push(part);
      else {
        const column = found.columns.find((each) => (each.id ?? each.field ?? each.output) === name);
        if (!column) found.columns.push({ [part.field ? "field" : "output"]: name, op: part.op });
        one.when = { ...one.when, [name]: !column || column.op === part.op ? part.value : { op: part.op, value: part.value } };
      }
    }
    delete one.condition;
    if (left.length > 0) one.condition = left.length === 1 ? left[0] : { all: left };
  }
  return [200, { document: `${JSON.stringify(all, null, 2)}\n` }];
}

const comparison = (from, to, before, after, language) => ({ from, to, changes: differences(parse(before), parse(after), language) });

/** The facts of an interaction, with what the sets before this one decide about it. */
const factsFor = (name) => (item) => factsOf(item, order.slice(0, Math.max(0, order.indexOf(name))).filter((each) => sets[each] && each !== "guardrails").map((each) => parse(sets[each].texts[inForce(sets[each]).label])), fields);

/** Why a recorded decision of an interaction came out as it did. */
export function explainDecision(item, decision, language) {
  const set = sets[decision.set];
  const label = set?.texts[decision.version] ? decision.version : set && inForce(set).label;
  if (!set) return [404, { title: "Not found", status: 404 }];
  const exact = decision.set !== "escalation";
  return [200, { ...explanation(set, parse(set.texts[label]), factsFor(set.name)(item), language), version: decision.version, exact, inexactBecause: exact ? null : pick(language)(["Время с тех пор прошло: показано, как решилось бы сейчас.", "Time has passed since: this is how it would be decided now."]) }];
}

/** A back-test, streamed; undefined when there is no such set. */
export function answerBacktest(response, name, body, items, language, quiet) {
  const set = sets[name];
  if (!set) return undefined;
  const { label } = inForce(set);
  streamBacktest(response, { ...body, set: name, against: label, before: parse(set.texts[label]), text: body.document, items, factsFor: factsFor(name), fields, language, quiet });
  return true;
}

function shadow(set, items, language) {
  const version = set.versions.find(({ state }) => state === "shadow");
  if (!version) return { version: null, since: null, decisions: 0, differing: 0, outputs: [], samples: [] };
  const { changed, samples, ...rest } = compareOver(items, parse(set.texts[inForce(set).label]), parse(set.texts[version.label]), factsFor(set.name), fields, language, 3);
  return { version: version.label, since: version.effectiveFrom, differing: changed, samples: samples.slice(0, 6), ...rest };
}

/** The answer to a path below /api/policies, or undefined when there is no such route. */
export function answerPolicies({ method, path, query, body, language, role, items }) {
  const canManage = role !== "operator" && role !== "analyst";
  const [name, area, label, action] = path.slice("/api/policies".length).split("/").slice(1).map(decodeURIComponent);
  if (method === "GET" && name === undefined) return [200, Object.values(sets).map((set) => summary(set, language, canManage))];
  if (method === "GET" && name === "catalogue") return [200, { fields: facts.map((fact) => fieldView(fact, language)), operators }];
  const set = sets[name];
  if (!set) return undefined;
  if (method === "GET" && area === undefined) return [200, view(set, language, canManage)];
  if (method === "GET" && area === "versions") {
    const found = set.versions.find((one) => one.label === label);
    return found && [200, { version: found, document: set.texts[label] }];
  }
  if (method === "GET" && area === "comparison") return [200, comparison(query.get("from"), query.get("to"), set.texts[query.get("from")], set.texts[query.get("to")], language)];
  if (method === "GET" && area === "shadow") return [200, shadow(set, items, language)];
  if (method !== "POST") return undefined;
  if (area === "check") return [200, check(body.document, fields, language)];
  if (area === "comparison") return [200, comparison(body.from, null, set.texts[body.from], body.document, language)];
  if (area === "conversion") return convert(body);
  if (area === "evaluation") return [200, explanation(set, parse(body.document ?? set.texts[opened(set).label]), body.facts, language)];
  if (!canManage) return [403, { title: "Owners and managers only", status: 403 }];
  if (area === "versions" && action === "publication") return publish(set, label, body, language);
  if (area === "versions") return save(set, body, language);
  if (area === "platform") {
    set.versions.forEach((one) => {
      one.inForce = false;
      if (one.origin === "seller" && one.state === "active") one.state = "retired";
    });
    return [200, null];
  }
  return undefined;
}
