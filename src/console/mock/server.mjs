// A stand-in for the server while the console is developed: `npm run mock`, then `npm run dev` or open the built page.
// The cookie role=operator shows what an operator sees. MOCK_PORT, MOCK_ITEMS and MOCK_QUIET=1 (nothing happens by itself) change what it does. Not part of the product.
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "./check.mjs";
import { colleague, makeItem, makeStore, me } from "./data.mjs";
import { makeHub } from "./hub.mjs";
import { answerBacktest, answerPolicies, explainDecision } from "./policies.mjs";
import { serveStudio, studioSave } from "./studio.mjs";
import { answerWorkflows } from "./workflows.mjs";

const port = Number(process.env.MOCK_PORT ?? 5180);
const quiet = process.env.MOCK_QUIET === "1";
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const items = makeStore(Number(process.env.MOCK_ITEMS ?? 400));
const hub = makeHub();
const session = { user: { ...me, email: "manager@demo.agentiq", role: "manager" }, seller: { id: "0190aaaa-0000-7000-8000-0000000000ff", name: "Дом и Свет" } };
const order = { urgent: 0, high: 1, normal: 2, low: 3 };

const isOpen = ({ summary }) => ["none", "rejected", "failed"].includes(summary.replyState) && !summary.ratingOnly;
const isWaiting = ({ summary }) => ["approved", "sending", "moderation"].includes(summary.replyState);
const inQueue = { needs_reply: isOpen, waiting: isWaiting, done: (item) => !isOpen(item) && !isWaiting(item), all: () => true };

const detailOf = ({ summary, rest }, language) => ({
  ...summary,
  ...rest,
  decisions: rest.decisions.map((decision) => ({ ...decision, rows: decision.rows.map(({ ru, en, ...row }) => ({ ...row, description: language === "en" ? en : ru })) })),
});

function changed(item, change) {
  change(item);
  item.summary.revision++;
  hub.send("interactionChanged", { id: item.summary.id, revision: item.summary.revision });
  hub.send("countsChanged");
}

function happened(item, type, actor = "system", details = {}) {
  item.rest.events.push({ id: `${Date.now()}-${item.rest.events.length}`, type, at: new Date().toISOString(), actor, details });
}

function publishLater(item) {
  const steps = [
    [1500, "moderation", "reply_in_moderation"],
    [9000, "published", "reply_published"],
  ];
  for (const [delay, state, type] of steps) {
    setTimeout(() => changed(item, ({ summary, rest }) => {
      summary.replyState = rest.reply.state = state;
      if (state === "published") {
        rest.reply.publishedAt = new Date().toISOString();
        summary.status = "resolved";
      }
      happened(item, type, "marketplace");
    }), delay);
  }
}

const answers = {
  "GET /api/session": ({ signedIn, role }) => (signedIn ? [200, { ...session, user: { ...session.user, role } }] : [401, { title: "Nobody is signed in", status: 401 }]),
  "POST /api/session": ({ body }) => (body.password === "demo" ? [200, session, { "Set-Cookie": "mock=1; Path=/; HttpOnly; SameSite=Lax" }] : [401, { title: "Wrong", status: 401 }]),
  "DELETE /api/session": () => [204, null, { "Set-Cookie": "mock=; Path=/; Max-Age=0" }],
  "GET /api/interactions": ({ query }) => {
    const text = (query.get("search") ?? "").toLowerCase();
    const found = items
      .filter(inQueue[query.get("queue") ?? "needs_reply"])
      .filter(({ summary, rest }) => (!query.get("channel") || summary.channel === query.get("channel")) && (!query.get("priority") || summary.priority === query.get("priority")) && (query.get("assignee") !== "me" || summary.assignee?.id === me.id) && (text === "" || `${summary.customerName} ${summary.subject} ${rest.text}`.toLowerCase().includes(text)))
      .sort((a, b) => order[a.summary.priority] - order[b.summary.priority] || (a.summary.firstResponseDue ?? "9").localeCompare(b.summary.firstResponseDue ?? "9") || b.summary.occurredAt.localeCompare(a.summary.occurredAt));
    const from = Number(query.get("cursor") ?? 0);
    const limit = Number(query.get("limit") ?? 50);
    return [200, { items: found.slice(from, from + limit).map(({ summary }) => summary), nextCursor: from + limit < found.length ? String(from + limit) : null }];
  },
  "GET /api/interactions/counts": () => {
    const open = items.filter(isOpen);
    return [200, { needsReply: open.length, urgent: open.filter(({ summary }) => summary.priority === "urgent").length, overdue: open.filter(({ summary }) => Date.parse(summary.firstResponseDue) < Date.now()).length, waiting: items.filter(isWaiting).length, needsPerson: items.filter(({ summary }) => summary.needsPerson).length, done: items.filter(inQueue.done).length, all: items.length }];
  },
  "GET /api/channels": ({ language }) => {
    const at = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString();
    const words = (ru, en) => (language === "en" ? en : ru);
    const channel = (id, name, channel, state, message, rest) => ({ id: `0190cccc-0000-7000-8000-00000000000${id}`, marketplace: "wildberries", channel, name, state, message, lastSyncAt: at(-1), nextSyncAt: at(1), tokenKind: words("персональный", "personal"), tokenExpiresAt: at(60 * 24 * 120), quarantined: 0, ...rest });
    return [200, [
      channel(1, "Дом и Свет", "review", "ok", null, {}),
      channel(2, "Дом и Свет", "question", "waiting", words("Площадка просит подождать 40 секунд: слишком много запросов. Продолжим сами.", "The marketplace asks to wait 40 seconds: too many requests. We go on by ourselves."), { quarantined: 2 }),
      channel(3, "Дом и Свет, второй кабинет", "review", "unauthorized", words("Ключ не подходит или отозван. Создайте новый ключ в кабинете Wildberries с доступом «Вопросы и отзывы».", "The key does not fit or was revoked. Create a new one in the seller portal with access to questions and reviews."), { lastSyncAt: at(-300), nextSyncAt: null, tokenExpiresAt: at(-290) }),
      channel(4, "Дом и Свет", "chat", "syncing", null, { lastSyncAt: null }),
    ]];
  },
  "GET /api/team": () => [200, [me, colleague].map((person) => ({ ...person, email: "", role: "operator" }))],
};

const itemAnswers = {
  "GET ": ({ item, language }) => [200, detailOf(item, language)],
  "POST reply-check": ({ body, language }) => [200, check(body.text, language)],
  "POST draft": ({ item, language }) => {
    const drafts = [`${item.summary.customerName ?? "Здравствуйте"}, спасибо, что написали! Мы прочитали ваш отзыв и уже передали его технологу. Если останутся вопросы, напишите нам в чат с продавцом.`, "Здравствуйте! Спасибо за честный отзыв. Мы разобрались, что произошло, и постараемся, чтобы в следующий раз всё прошло гладко."];
    changed(item, ({ rest }) => {
      rest.draft = { id: String(Math.random()), text: drafts[rest.events.length % 2], source: "template", template: "Другой вариант", violations: [], warnings: [], createdAt: new Date().toISOString() };
      happened(item, "draft_generated");
    });
    return [200, detailOf(item, language)];
  },
  "POST assignment": ({ item, body, language }) => {
    changed(item, ({ summary }) => {
      summary.assignee = [me, colleague].find(({ id }) => id === body.userId) ?? null;
      happened(item, "assigned", `user:${me.id}`);
    });
    return [200, detailOf(item, language)];
  },
  "POST replies": ({ item, body, language }) => {
    const result = check(body.text, language);
    if (!result.valid) return [422, { title: "The reply gate refused the text", status: 422, ...result }];
    if (body.revision !== item.summary.revision) return [409, { title: "Something new arrived", status: 409 }];
    changed(item, ({ summary, rest }) => {
      summary.replyState = "sending";
      summary.status = "in_progress";
      rest.canReply = false;
      rest.reply = { id: String(Math.random()), text: body.text, state: "sending", author: me, sentAt: new Date().toISOString(), publishedAt: null, rejectedAt: null, failure: null };
      happened(item, "reply_approved", `user:${me.id}`);
      happened(item, "reply_sent");
    });
    publishLater(item);
    return [202, detailOf(item, language)];
  },
};

// For the screenshots and tests: make something happen now.
const tricks = {
  "customer-edit": (item) => changed(item, ({ rest }) => {
    rest.text += "\n\nДополнение: нашла второй дефект, не горит лампочка.";
    happened(item, "customer_edited", "customer");
  }),
  arrive: () => {
    const item = makeItem(items.length, Date.now(), true);
    items.push(item);
    changed(item, () => undefined);
  },
};

function answerTo(context) {
  const { method, path } = context;
  const plain = answers[`${method} ${path}`];
  if (plain) return path === "/api/session" || context.signedIn ? plain(context) : [401, { title: "Nobody is signed in", status: 401 }];
  if (path.startsWith("/api/workflows/") && context.signedIn) return answerWorkflows(context) ?? [404, { title: "Not found", status: 404 }];
  if (/^\/api\/policies(\/|$)/.test(path) && context.signedIn) return answerPolicies({ ...context, items }) ?? [404, { title: "Not found", status: 404 }];
  const [, about, decisionId] = /^\/api\/interactions\/([^/]+)\/decisions\/([^/]+)\/explanation$/.exec(path) ?? [];
  const asked = items.find(({ summary }) => summary.id === about);
  const decision = asked?.rest.decisions.find(({ id }) => id === decisionId);
  if (decision && context.signedIn) return explainDecision(asked, decision, context.language);
  const [, id, action = ""] = /^\/api\/interactions\/([^/]+)\/?(.*)$/.exec(path) ?? [];
  const item = items.find(({ summary }) => summary.id === id);
  if (!context.signedIn) return [401, { title: "Nobody is signed in", status: 401 }];
  return item && itemAnswers[`${method} ${action}`] ? itemAnswers[`${method} ${action}`]({ ...context, item }) : [404, { title: "Not found", status: 404 }];
}

export const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

function serveFile(path, response) {
  const asked = join(dist, normalize(path));
  const file = asked.startsWith(dist) && extname(asked) !== "" && existsSync(asked) ? asked : join(dist, "index.html");
  response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream", "Content-Security-Policy": policy });
  createReadStream(file).pipe(response);
}

async function handle(request, response) {
  const url = new URL(request.url, "http://mock");
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const path = url.pathname;

  if (path === "/hubs/desk/negotiate") return json(response, 200, hub.negotiate());
  if (path === "/hubs/desk" && request.method === "GET") return hub.open(url.searchParams.get("id"), response);
  if (path === "/hubs/desk") {
    hub.receive(url.searchParams.get("id"), text);
    return response.end();
  }
  const signedIn = /mock=1/.test(request.headers.cookie ?? "");
  if (serveStudio(url, response)) return;
  if (path === "/mock/studio-save") return signedIn ? json(response, 200, studioSave(url)) : json(response, 401, { title: "Nobody is signed in", status: 401 });
  if (path.startsWith("/mock/")) {
    tricks[path.split("/")[2]]?.(items.find(({ summary }) => summary.id === url.searchParams.get("id")));
    return json(response, 200, {});
  }
  if (!path.startsWith("/api/")) return serveFile(path, response);

  await new Promise((resume) => setTimeout(resume, quiet ? 5 : 120));
  const context = { method: request.method, path, query: url.searchParams, body: text === "" ? null : JSON.parse(text), signedIn, role: /role=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? session.user.role, language: request.headers["accept-language"] };
  const [, backtested] = /^\/api\/policies\/([^/]+)\/backtests$/.exec(path) ?? [];
  if (backtested && signedIn && answerBacktest(response, backtested, context.body, items, context.language, quiet)) return;
  const [status, body, headers] = answerTo(context);
  return json(response, status, body, headers);
}

function json(response, status, body, headers = {}) {
  response.writeHead(status, { "Content-Type": status < 400 ? "application/json" : "application/problem+json", ...headers });
  response.end(body === null ? undefined : JSON.stringify(body));
}

createServer((request, response) => void handle(request, response)).listen(port, "127.0.0.1", () => console.log(`Mock API: http://127.0.0.1:${port} (any address, password "demo")`));
if (!quiet) setInterval(tricks.arrive, 25_000);
