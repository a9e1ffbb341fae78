// A stand-in for the designer's pages: the same addresses and the same messages, drawn with a handful of boxes.
import { saveInDesigner } from "./workflows.mjs";

const boxes = [
  ["receive", 60, 150, "Получено", "Received"],
  ["classify", 300, 150, "Определить тему", "Recognise the topic"],
  ["draft", 540, 150, "Подготовить черновик", "Write a draft"],
  ["assign", 540, 330, "Назначить оператора", "Assign an operator"],
  ["wait", 300, 330, "Ждать ответа", "Wait for the reply"],
  ["send", 60, 330, "Отправить ответ", "Send the reply"],
];
const lines = "M220 180h80M460 180h80M620 210v120M540 360h-80M300 360h-80";

const canvas = (english, path) => `<svg viewBox="0 0 780 520" role="img" aria-label="${english ? "Canvas" : "Схема"}">
  <path d="${lines}" class="line${path ? " done" : ""}"/>
  ${boxes.map(([id, x, y, ru, en]) => `<g><rect x="${x}" y="${y}" width="160" height="60" rx="8" class="${path && id === "draft" ? "bad" : "box"}"/><text x="${x + 80}" y="${y + 35}">${english ? en : ru}</text></g>`).join("")}
</svg>`;

const button = (message, text) => `<button data-message='${message}'>${text}</button>`;

function inside(area, id, english) {
  if (area === "definitions" && id)
    return `<header>${button("saved", "Save")}${button("published", "Publish")}${button("refused", "Refuse")}${button("session-expired", "Session")}${button("fault", "Fault")}<input aria-label="Search activities" placeholder="Search activities"></header>${canvas(english, false)}`;
  if (area === "instances" && id) return `<header>${button("fault", "Fault")}</header>${canvas(english, true)}`;
  const rows = area === "definitions" ? ["interaction-lifecycle", "escalation", "publication-check"] : ["waiting", "faulted", "trial"];
  return `<header><strong>${area === "definitions" ? "Workflow Definitions" : "Workflow Instances"}</strong>${button("filter", "Page 2")}</header><table>${rows.map((row) => `<tr><td><button data-open="${row}">${row}</button></td><td>${english ? "Published" : "Опубликована"}</td></tr>`).join("")}</table>`;
}

const style = `body{margin:0;font:14px Arial,sans-serif;color:#222;background:#fff}header{display:flex;flex-wrap:wrap;gap:8px;padding:8px 12px;border-bottom:1px solid #ddd;background:#f7f7f7}button{min-height:28px}svg{width:100%;max-height:calc(100vh - 60px)}text{font-size:13px;text-anchor:middle}.box{fill:#eef6fb;stroke:#3a86b7}.bad{fill:#fdeaea;stroke:#c0392b;stroke-width:2}.line{fill:none;stroke:#888;stroke-width:2}.done{stroke:#2e8b57}td{padding:8px 14px;border-bottom:1px solid #eee}`;

const script = `
const [, , area, id] = location.pathname.split("/");
const tell = (message) => parent.postMessage({ source: "agentiq-studio", ...message }, location.origin);
const save = async (publish) => {
  const answer = await fetch("/mock/studio-save?publish=" + publish);
  if (answer.status === 401) { waiting.push(publish); return tell({ type: "session-expired" }); }
  tell({ type: "saved", ...(await answer.json()) });
};
const waiting = [];
addEventListener("message", ({ data, origin }) => {
  if (origin !== location.origin || data?.source !== "agentiq-console") return;
  document.body.dataset.heard = data.type;
  if (data.type === "show") location.reload();
  if (data.type === "signed-in") waiting.splice(0).forEach(save);
});
const acts = {
  saved: () => save(false),
  published: () => save(true),
  refused: () => tell({ type: "refused", errors: [document.documentElement.lang === "en" ? "It cannot be published: 2 errors." : "Опубликовать нельзя: 2 ошибки."] }),
  "session-expired": () => { waiting.push(false); tell({ type: "session-expired" }); },
  fault: () => tell({ type: "fault", message: "An unhandled error has occurred." }),
  filter: () => history.replaceState(null, "", location.pathname + "?page=2&search=review"),
};
addEventListener("click", ({ target }) => {
  const { message, open } = target.dataset;
  if (message) acts[message]();
  if (open) tell(area === "definitions" ? { type: "open-definition", definitionId: open } : { type: "open-instance", instanceId: open });
});
setTimeout(() => tell({ type: "ready" }), 150);
`;

const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

/** Answers what belongs to the fake designer; false for anything else. */
export function serveStudio(url, response) {
  if (url.pathname === "/studio/mock.js") {
    response.writeHead(200, { "Content-Type": "text/javascript", "Content-Security-Policy": policy });
    response.end(script);
    return true;
  }
  const [, , area, id] = url.pathname.split("/");
  if (!url.pathname.startsWith("/studio/")) return false;
  const english = url.searchParams.get("lang") === "en";
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy });
  response.end(`<!doctype html><html lang="${english ? "en" : "ru"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Studio</title><style>${style}</style></head><body>${inside(area, id, english)}<script src="/studio/mock.js"></script></body></html>`);
  return true;
}

export const studioSave = (url) => saveInDesigner(url.searchParams.get("publish") === "true");
