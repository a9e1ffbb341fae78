// What screenshots.mjs does on the pages around the rules' editor. `idOf` names an interaction of the mock.
const see = (id) => async (page) => {
  await page.getByTestId(id).first().waitFor();
  await page.waitForTimeout(300);
};
const bySet = (set, page) => `/policies/${set}${page}`;

const run = async (page) => {
  await page.getByTestId("backtest-start").click();
  await see("backtest-report")(page);
};

const why = (set) => async (page) => {
  if (await page.getByText(/Другие решения|Other decisions/).isVisible()) await page.getByText(/Другие решения|Other decisions/).click();
  await page.getByTestId(`why-${set}`).click();
  await see("why-rule")(page);
};

const amount = async (page, rule, value) => {
  await page.getByTestId("rule").nth(rule).getByTestId("amount").fill(value);
  await page.waitForTimeout(1200);
};

export const ruleScenes = (idOf) => ({
  "rules-list": { path: "/policies" },
  "rules-list-operator": { path: "/policies", cookie: { name: "role", value: "operator" } },
  "rules-import": { path: "/policies", act: async (page) => {
    await page.getByTestId("import-file").setInputFiles({ name: "sla-черновик.json", mimeType: "application/json", buffer: Buffer.from('{"name":"sla","outputs":[],"tables":[{"name":"deadlines","columns":[],"rows":[{"id":"a","when":{"casee":"danger"},"then":{}}]}]}') });
    await see("import-dialog")(page);
  } },
  "rules-versions": { path: bySet("sla", "/versions"), act: see("changes") },
  "rules-versions-shadow": { path: bySet("priority", "/versions"), act: async (page) => {
    await see("shadow")(page);
    await page.getByTestId("shadow").locator("summary").click();
  } },
  "rules-publish": { path: bySet("sla", "/versions"), act: async (page) => {
    await page.getByTestId("first-seller-2").click();
    await see("publish-blocked")(page);
  } },
  "rules-publish-later": { path: bySet("priority", "/versions"), act: async (page) => {
    await page.getByTestId("menu-seller-1").click();
    await page.getByTestId("publish-seller-1").click();
    await page.getByTestId("when-later").click();
    await page.getByTestId("when-until").click();
    await page.getByTestId("publish-submit").click();
  } },
  "rules-platform": { path: bySet("sla", "/versions"), act: async (page) => {
    await page.getByTestId("to-platform").click();
    await see("platform-dialog")(page);
  } },
  "rules-backtest-start": { path: bySet("sla", "/backtest"), act: async (page) => page.getByTestId("own-dates").click() },
  "rules-backtest-progress": { path: bySet("sla", "/backtest"), act: async (page) => {
    await page.getByTestId("backtest-start").click();
    await page.waitForTimeout(1000);
  } },
  "rules-backtest": { path: bySet("sla", "/backtest"), act: run },
  "rules-backtest-matrix": { path: `${bySet("priority", "/backtest")}?version=seller-1`, act: run },
  "rules-backtest-same": { path: `${bySet("priority", "/backtest")}?version=platform-3`, act: run },
  "rules-simple": { path: "/policies/escalation/simple", act: see("rule") },
  "rules-simple-changed": { path: "/policies/escalation/simple", act: async (page) => {
    await see("rule")(page);
    await page.getByTestId("rule").last().getByTestId("kind").selectOption("review12");
    await page.getByTestId("rule").last().getByTestId("clock").selectOption("waiting");
    await amount(page, -1, "45");
    await page.getByTestId("add-rule").click();
    await see("failed-examples")(page);
  } },
  "rules-simple-operator": { path: "/policies/escalation/simple", cookie: { name: "role", value: "operator" }, act: see("rule") },
  "rules-why": { path: `/desk/${idOf(0)}?view=reasons`, act: why("priority") },
  "rules-why-escalation": { path: `/desk/${idOf(0)}?view=reasons`, act: why("escalation") },
  "rules-why-search": { path: `/desk/${idOf(1)}?view=reasons`, act: async (page) => {
    await why("auto-action")(page);
    await page.getByTestId("why-search").fill("отзыв");
  } },
});
