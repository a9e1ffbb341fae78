// What screenshots.mjs does in the rules' editor.
const wait = (page) => page.waitForTimeout(450);
const at = (set) => `/policies/${set}`;

/** Opens a part of a row: a cell of the table, or of the card on a phone. */
const cell = (row, column) => async (page) => {
  const card = page.getByTestId(`card-${row}-${column}`);
  if (await card.isVisible()) await card.click();
  else {
    await page.getByTestId(`cell-${row}-${column}`).click();
    await page.keyboard.press("Enter");
  }
  await wait(page);
};
const press = (...ids) => async (page) => {
  for (const id of ids) {
    await page.getByTestId(id).first().click();
    await wait(page);
  }
};
const condition = (row) => async (page) => {
  if (await page.getByTestId(`card-${row}`).isVisible()) await page.getByTestId(`card-${row}`).getByTestId("card-menu").click();
  else {
    await page.getByTestId(`cell-${row}-handle`).click();
    await page.keyboard.press("Enter");
  }
  await press("menu-condition")(page);
};
const raw = (change) => async (page) => {
  await press("more", "menu-raw")(page);
  if (!change) return;
  await page.getByTestId("raw").fill(change(await page.getByTestId("raw").inputValue()));
  await press("raw-apply")(page);
};
/** Mistakes of several kinds, so that there is something to find. */
const spoil = async (page) => {
  await raw((text) => text.replace('"rating": [1, 2]', '"rating": [1, 7]').replace('{"intent": ["wrong_item"]}', '{"intent": ["defect_not_working"]}'))(page);
  await press("more", "menu-raw")(page);
  await page.waitForTimeout(700);
};

export const editorScenes = {
  "rule-editor": { path: at("priority") },
  "rule-editor-draft": { path: at("sla") },
  "rule-editor-operator": { path: at("sla"), cookie: { name: "role", value: "operator" } },
  "rule-editor-locked": { path: at("guardrails") },
  "rule-editor-wide": { path: at("auto-action"), act: press("table-verdict") },
  "rule-editor-choice": { path: at("priority"), act: cell("delivery-problem", "when.intent") },
  "rule-editor-number": { path: at("sla"), act: cell("danger", "then.first_response_minutes") },
  "rule-editor-reason": { path: at("sla"), act: cell("danger", "description") },
  "rule-editor-column": { path: at("priority"), act: press("add-column") },
  "rule-editor-condition": { path: at("priority"), act: async (page) => {
    await condition("negative-review")(page);
    await press("add-group", "option-field:rating", "negate")(page);
  } },
  "rule-editor-findings": { path: at("priority"), act: async (page) => {
    await spoil(page);
    await press("findings-toggle")(page);
  } },
  "rule-editor-broken": { path: at("priority"), act: spoil },
  "rule-editor-examples": { path: at("priority"), act: press("examples-toggle") },
  "rule-editor-example": { path: at("priority"), act: press("examples-toggle", "example") },
  "rule-editor-json": { path: at("sla"), act: raw() },
  "rule-editor-about": { path: at("sla"), act: press("more", "menu-about") },
  "rule-editor-load": { path: at("sla"), act: press("more", "menu-load") },
  "rule-editor-save": { path: at("escalation"), act: async (page) => {
    await raw((text) => text.replace("4320", "2880"))(page);
    await press("save")(page);
  } },
};
