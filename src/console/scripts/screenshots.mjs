// Pictures of every page in both languages, themes and sizes, taken from the built page over the mock:
// `npm run build && npm run shots [-- part-of-a-name, a regular expression]`. Also says what axe and the content security policy object to.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { editorScenes } from "./editorScenes.mjs";
import { ruleScenes } from "./ruleScenes.mjs";

const port = 5189;
const address = `http://127.0.0.1:${port}`;
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}screenshots`;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const only = new RegExp(process.argv[2] ?? "");
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const idOf = (index) => `0190bbbb-0000-7000-8000-${String(index).padStart(12, "0")}`;
const type = (text) => async (page) => {
  await page.getByTestId("composer").fill(text);
  await page.waitForTimeout(900);
};

const press = async (page, key) => {
  await page.keyboard.press(key);
  await page.getByRole("dialog").waitFor();
};

/** Presses something of the bar, which is a menu on a phone. */
const inBar = (action, wait) => async (page) => {
  if (await page.getByTestId("bar-menu").isVisible()) await page.getByTestId("bar-menu").click();
  await page.getByTestId(action).click();
  await page.getByTestId(wait).waitFor();
  await page.waitForTimeout(300);
};
const inFrame = (name, wait) => async (page) => {
  await page.frameLocator("iframe").getByRole("button", { name, exact: true }).click();
  if (wait) await page.getByTestId(wait).waitFor();
  await page.waitForTimeout(300);
};
const editor = "/workflows/definitions/interaction-lifecycle";
const operator = { name: "role", value: "operator" };

const scenes = {
  "sign-in": { path: "/sign-in", signedOut: true },
  inbox: { path: "/desk" },
  detail: { path: `/desk/${idOf(0)}` },
  draft: { path: `/desk/${idOf(3)}`, act: async (page) => {
    await page.getByTestId("use-draft").click();
    await page.waitForTimeout(900);
  } },
  violations: { path: `/desk/${idOf(2)}`, act: type("Уважаемый покупатель, здравствуйте! Вы ошиблись размером, но мы вернём вам деньги. По остальным вопросам обратитесь в поддержку.") },
  stale: { path: `/desk/${idOf(4)}`, act: async (page) => {
    await type("Здравствуйте! Фонарь рассчитан на мороз до минус двадцати.")(page);
    await fetch(`${address}/mock/customer-edit?id=${idOf(4)}`);
    await page.getByTestId("stale").waitFor();
  } },
  moderation: { path: `/desk/${idOf(9)}` },
  rejected: { path: `/desk/${idOf(11)}` },
  reasons: { path: `/desk/${idOf(1)}?view=reasons` },
  empty: { path: "/desk?q=нет такого" },
  channels: { path: "/channels" },
  workflows: { path: "/workflows" },
  instances: { path: "/workflows/instances" },
  incidents: { path: "/workflows/incidents" },
  "incident-skip": { path: "/workflows/incidents", act: async (page) => {
    await page.getByTestId("incident-skip").first().click();
    await page.getByTestId("skip").waitFor();
  } },
  "incident-cancel": { path: "/workflows/incidents", act: async (page) => {
    await page.getByTestId("incident-cancel").first().click();
    await page.getByTestId("cancel").waitFor();
  } },
  editor: { path: editor },
  "editor-operator": { path: editor, cookie: operator },
  "editor-findings": { path: editor, act: inBar("check", "findings-sum") },
  "editor-refused": { path: editor, act: inFrame("Refuse", "refused") },
  "editor-comparison": { path: editor, act: inBar("compare", "changed-activity-added") },
  "editor-run": { path: editor, act: async (page) => {
    await inBar("run", "run-dialog")(page);
    await page.getByTestId("sample").first().click();
  } },
  "editor-session": { path: editor, act: inFrame("Session", "sign-in-over") },
  "editor-fault": { path: editor, act: inFrame("Fault", "studio-fault") },
  instance: { path: "/workflows/instances/waiting" },
  "instance-faulted": { path: "/workflows/instances/faulted" },
  "instance-trial": { path: "/workflows/instances/trial" },
  "detail-incident": { path: `/desk/${idOf(13)}` },
  ...editorScenes,
  ...ruleScenes(idOf),
  help: { path: `/desk/${idOf(0)}`, act: (page) => press(page, "?") },
  palette: { path: `/desk/${idOf(0)}`, act: (page) => press(page, "Control+k") },
};

mkdirSync(folder, { recursive: true });
const mock = spawn(process.execPath, [`${root}mock/server.mjs`], { env: { ...process.env, MOCK_PORT: String(port), MOCK_QUIET: "1" }, stdio: ["ignore", "pipe", "inherit"] });
await new Promise((resume) => mock.stdout.once("data", resume));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
let complaints = 0;
const complain = (where, what) => {
  complaints++;
  console.log(`${where}: ${what}`);
};

try {
  for (const [size, viewport] of Object.entries(sizes))
    for (const language of ["ru", "en"])
      for (const theme of ["light", "dark"]) {
        const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: "reduce", hasTouch: size === "phone" });
        await context.addInitScript(`localStorage.setItem("agentiq.language", "${language}")`);
        for (const [scene, { path, signedOut, cookie, act }] of Object.entries(scenes)) {
          const name = `${scene}-${size}-${language}-${theme}`;
          if (!only.test(name)) continue;
          if (signedOut) await context.clearCookies();
          else await context.addCookies([{ name: "mock", value: "1", url: address }, { name: "role", value: "manager", ...cookie, url: address }]);
          const page = await context.newPage();
          page.on("console", (message) => ["error", "warning"].includes(message.type()) && !/401/.test(message.text()) && complain(name, message.text()));
          page.on("pageerror", (error) => complain(name, error.message));
          await page.goto(address + path);
          await page.locator("h1:visible, h2:visible").first().waitFor();
          await page.waitForTimeout(500);
          await act?.(page);
          await page.waitForTimeout(250);
          await page.screenshot({ path: `${folder}/${name}.png` });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          if (wide) complain(name, "scrolls sideways");
          await page.evaluate("localStorage.removeItem('x'); Object.keys(localStorage).filter((k) => /^agentiq\\.(reply|policy)/.test(k)).forEach((k) => localStorage.removeItem(k))");
          const { violations } = await (async () => {
            const session = await context.newCDPSession(page);
            // Through the debugger, because the page's security policy rightly refuses injected scripts.
            await session.send("Runtime.evaluate", { expression: axe });
            return page.evaluate("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })");
          })();
          for (const violation of violations) complain(name, `axe ${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).slice(0, 4).join(" | ")} ${violation.nodes[0]?.any[0]?.message ?? ""}`);
          await page.close();
        }
        await context.close();
      }
} finally {
  await browser.close();
  mock.kill();
}
console.log(complaints === 0 ? "No complaints." : `${complaints} complaints.`);
