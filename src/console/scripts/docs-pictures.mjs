// The pictures of docs/workflows.md and docs/ru/workflows.md, taken from the running product:
//
//   ./agentiq run --data /tmp/pictures             in one shell, a folder of its own: the script edits the lifecycle
//   npm run docs-pictures -w src/console -- [part-of-a-name]
//
// AGENTIQ_ADDRESS (http://127.0.0.1:8420), AGENTIQ_EMAIL (owner@demo.agentiq) and AGENTIQ_PASSWORD (what `run` printed) say where and who.
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const address = process.env.AGENTIQ_ADDRESS ?? "http://127.0.0.1:8420";
const email = process.env.AGENTIQ_EMAIL ?? "owner@demo.agentiq";
const password = process.env.AGENTIQ_PASSWORD;
const only = process.argv[2] ?? "";
const docs = fileURLToPath(new URL("../../../docs/images/workflows/", import.meta.url));
const largest = 150 * 1024;
const lifecycle = "/workflows/definitions/interaction-lifecycle";
const texts = {
  ru: { ops: "Сообщить в CRM", broken: "Адрес CRM не задан" },
  en: { ops: "Tell the CRM", broken: "The address of the CRM is not set" },
};

/** The designer inside the page, once the canvas is drawn. */
const canvas = async (page) => {
  const frame = page.frameLocator("iframe");
  await frame.locator(".x6-node").first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1200);
  return frame;
};
const fit = async (frame, page) => {
  // The journal of an instance has a bar of its own; the canvas' comes last.
  await frame.locator(".mud-toolbar").last().locator("button").first().click();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(900);
};
const select = async (frame, page, id) => {
  await frame.locator(`.x6-node[data-cell-id="${id}"]`).click();
  await page.waitForTimeout(1200);
};
const api = (page, path, method = "GET", body = undefined) =>
  page.evaluate(async ([path, method, body]) => {
    const answer = await fetch(path, { method, headers: { "content-type": "application/json" }, body: body === undefined ? undefined : JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json().catch(() => null);
  }, [path, method, body]);

/** Changes the period of one box in a draft, as a person would; the draft is deleted afterwards. */
const period = "2.00:00:00";
const withDraft = async (page, work) => {
  const definition = await api(page, "/elsa/api/workflow-definitions/by-definition-id/interaction-lifecycle?versionOptions=Latest");
  const box = definition.root.activities.find((activity) => activity.id === "waitForSilence");
  box.period.expression.value = period;
  const saved = await api(page, "/elsa/api/workflow-definitions", "POST", { model: definition, publish: false });
  try {
    await work();
  } finally {
    await api(page, `/elsa/api/workflow-definition-versions/${saved.workflowDefinition.id}`, "DELETE");
  }
};

/** The instance of an interaction whose reply the customer can see; the demo's moderation takes some seconds. */
const publishedInstance = async (page) => {
  const { items } = await api(page, "/api/interactions?limit=50");
  let { id } = items.find((item) => item.replyState === "published") ?? {};
  for (const item of id ? [] : items) {
    const detail = await api(page, `/api/interactions/${item.id}`);
    if (!detail.canReply || !detail.draft) continue;
    await api(page, `/api/interactions/${item.id}/replies`, "POST", { text: detail.draft.text, revision: detail.revision });
    id = item.id;
    break;
  }
  for (let second = 0; second < 120; second++) {
    const detail = await api(page, `/api/interactions/${id}`);
    if (detail.reply?.state === "published" && detail.status === "resolved") return detail.workflowInstanceId;
    await page.waitForTimeout(1000);
  }
  throw new Error("No reply was published within two minutes.");
};

/** Pictures of a whole canvas need a larger page; they are shown smaller. */
const large = { width: 1900, height: 1200 };
const sizes = { lifecycle: large, input: large, instance: large };

const scenes = {
  list: async (page) => {
    await page.goto(`${address}/workflows`);
    await page.frameLocator("iframe").getByText("interaction-lifecycle").waitFor({ timeout: 60_000 });
    await page.waitForTimeout(800);
  },
  lifecycle: async (page) => {
    await page.goto(address + lifecycle);
    await fit(await canvas(page), page);
  },
  input: async (page) => {
    await page.goto(address + lifecycle);
    const frame = await canvas(page);
    await fit(frame, page);
    await select(frame, page, "waitForSilence");
  },
  "publication-check": async (page) => {
    await page.goto(`${address}/workflows/definitions/publication-check`);
    await fit(await canvas(page), page);
  },
  comparison: (page, shot) => withDraft(page, async () => {
    await page.goto(address + lifecycle);
    await canvas(page);
    await page.getByTestId("compare").click();
    await page.getByTestId("changed-activity-changed").first().waitFor();
    await page.waitForTimeout(500);
    await shot();
  }),
  run: async (page) => {
    await page.goto(address + lifecycle);
    await canvas(page);
    await page.getByTestId("run").click();
    await page.getByTestId("sample").first().click();
    await page.waitForTimeout(500);
  },
  instance: async (page) => {
    await page.goto(`${address}/workflows/instances/${await publishedInstance(page)}`);
    const frame = await canvas(page);
    await fit(frame, page);
    await select(frame, page, "publicationCheck");
  },
  incident: async (page, shot, language) => {
    const { ops, broken } = texts[language];
    const root = {
      id: "flow", type: "Elsa.Flowchart", version: 1, name: "Flowchart1", connections: [],
      activities: [{ id: "tell", type: "Elsa.Fault", version: 1, name: "Fault1", message: { typeName: "String", expression: { type: "Literal", value: broken } },
        metadata: { displayText: ops, designer: { position: { x: 100, y: 100 }, size: { width: 260, height: 54 } } } }],
    };
    const definitionId = `docs-picture-${language}`;
    await api(page, "/elsa/api/workflow-definitions", "POST", { model: { definitionId, name: ops, version: 1, root }, publish: true });
    try {
      await api(page, `/elsa/api/workflow-definitions/${definitionId}/dispatch`, "POST", {});
      await page.goto(`${address}/workflows/incidents`);
      await page.getByTestId("incident").first().waitFor();
      await page.waitForTimeout(500);
      await shot();
      await page.getByTestId("incident-cancel").first().click();
      await page.getByTestId("cancel-submit").click();
      await page.waitForTimeout(500);
    } finally {
      await api(page, `/elsa/api/workflow-definitions/${definitionId}`, "DELETE");
    }
  },
};

/** PNG to WebP by the browser itself, at the best quality that is small enough. */
async function webp(page, png) {
  for (const quality of [0.9, 0.8, 0.7, 0.6, 0.5]) {
    const encoded = await page.evaluate(async ([data, quality]) => {
      const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
      const target = new OffscreenCanvas(bitmap.width, bitmap.height);
      target.getContext("2d").drawImage(bitmap, 0, 0);
      const bytes = new Uint8Array(await (await target.convertToBlob({ type: "image/webp", quality })).arrayBuffer());
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    }, [png.toString("base64"), quality]);
    const file = Buffer.from(encoded, "base64");
    if (file.length < largest) return file;
  }
  throw new Error("The picture does not fit into 150 kB at any quality.");
}

if (!password) throw new Error("AGENTIQ_PASSWORD: expected the demo's password, as `./agentiq run` prints it.");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  // Encoding needs a page without the product's security policy.
  const encoder = await (await browser.newContext()).newPage();
  for (const language of ["ru", "en"]) {
    const folder = `${docs}${language}/`;
    mkdirSync(folder, { recursive: true });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", locale: language });
    await context.addInitScript(`localStorage.setItem("agentiq.language", "${language}")`);
    const page = await context.newPage();
    await page.goto(`${address}/sign-in`);
    await api(page, "/api/session", "POST", { email, password });
    for (const [name, act] of Object.entries(scenes).filter(([scene]) => scene.includes(only))) {
      const file = `${folder}${name}.webp`;
      let taken = false;
      const shot = async () => {
        writeFileSync(file, await webp(encoder, await page.screenshot()));
        taken = true;
      };
      await page.setViewportSize(sizes[name] ?? { width: 1440, height: 900 });
      await act(page, shot, language);
      if (!taken) await shot();
      console.log(`${language}/${name}: ${Math.round(statSync(file).size / 1024)} kB`);
    }
    await context.close();
  }
} finally {
  await browser.close();
}
