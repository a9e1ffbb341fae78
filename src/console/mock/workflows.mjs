// Invented workflows, instances and incidents behind /api/workflows, and what the fake designer in studio.mjs shows.
const minute = 60_000;
const at = (minutes) => new Date(Date.now() + minutes * minute).toISOString();
const pick = (language) => (ru, en) => (language === "en" ? en : ru);

export const interactionId = "0190bbbb-0000-7000-8000-000000000000";
export const stoppedId = "0190bbbb-0000-7000-8000-000000000013";

const lifecycle = "interaction-lifecycle";
const solved = new Set();
const saved = { version: 5, at: at(-4), published: false };

const definition = (language, role) => {
  const say = pick(language);
  return {
    definitionId: lifecycle,
    name: say("Жизнь обращения", "Life of an item"),
    description: null,
    canEdit: role !== "operator",
    latest: { versionId: `v${saved.version}`, version: saved.version, isPublished: saved.published, updatedBy: "Анна Котова", updatedAt: saved.at, note: null },
    published: saved.published ? { versionId: `v${saved.version}`, version: saved.version, publishedAt: saved.at, by: "Анна Котова" } : { versionId: "v4", version: 4, publishedAt: at(-3000), by: "Игорь Лебедев" },
    isPlatform: false,
    baseVersion: 2,
    newerBase: { versionId: "p3", version: 3 },
    runningInstances: 41,
    hasDraftChanges: !saved.published,
  };
};

const findings = (language) => {
  const say = pick(language);
  const finding = (severity, activityId, activityName, message, line = null, column = null) => ({ severity, activityId, activityName, path: "", message, line, column });
  return {
    errors: 2,
    warnings: 2,
    findings: [
      finding("warning", "assign", say("Назначить оператора", "Assign an operator"), say("Выход «Никого нет» никуда не ведёт: обращение остановится здесь.", "The outcome “Nobody” leads nowhere: the item stops here.")),
      finding("error", "wait", say("Ждать ответа", "Wait for the reply"), say("Выражение не читается: ожидалась закрывающая скобка.", "The expression cannot be read: a closing bracket was expected."), 3, 17),
      finding("error", "wait", say("Ждать ответа", "Wait for the reply"), say("Поле «Срок» обязательно.", "The field “Due” is required.")),
      finding("warning", null, null, say("Переменная «attempts» нигде не используется.", "The variable “attempts” is not used anywhere.")),
    ],
  };
};

const comparison = (language, from) => {
  const say = pick(language);
  const change = (kind, subject, activityId, activityName, name, before, after, sentence) => ({ kind, subject, activityId, activityName, activityType: null, name, before, after, sentence });
  const assign = say("Назначить оператора", "Assign an operator");
  const tell = say("Предупредить руководителя", "Tell the lead");
  const wait = say("Ждать ответа", "Wait for the reply");
  return {
    from: { version: from === "base" ? 3 : 4 },
    to: { version: saved.version },
    changes: [
      change("changed", "input", "assign", assign, say("Команда", "Team"), say("Общая", "Everyone"), say("Возвраты", "Returns"), ""),
      change("changed", "input", "assign", assign, say("Текст задачи", "Task text"), say("Ответить покупателю.", "Answer the customer."), say("Ответить покупателю и проверить, не оформлен ли возврат. Если оформлен, сослаться на его номер.", "Answer the customer and check whether a return is open. If so, refer to its number."), ""),
      change("added", "activity", "tell", tell, null, null, null, say("Добавлен шаг", "Added an activity")),
      change("added", "input", "tell", tell, say("Кому", "To"), null, say("Руководитель смены", "Lead of the shift"), ""),
      change("removed", "activity", "old", say("Задержка на час", "Delay of an hour"), null, null, null, say("Убран шаг", "Removed an activity")),
      change("added", "connection", null, null, null, null, null, say(`«${wait}», выход «Просрочено» → «${tell}»`, `“${wait}”, outcome “Late” → “${tell}”`)),
      change("removed", "connection", null, null, null, null, null, say(`«${wait}», выход «Просрочено» → «Задержка на час»`, `“${wait}”, outcome “Late” → “Delay of an hour”`)),
      change("changed", "variable", null, null, "attempts", "3", "5", ""),
      change("moved", "activity", null, null, null, null, null, say(`Передвинуто на холсте: «${wait}».`, `Moved on the canvas: “${wait}”.`)),
    ],
  };
};

const samples = (language) => {
  const say = pick(language);
  return [
    { id: "s1", title: say("Битый чайник", "A broken kettle"), channel: "review", rating: 1, text: say("Пришёл с трещиной на стекле, включать побоялась. Как вернуть деньги?", "It came with a crack in the glass; I was afraid to switch it on. How do I get my money back?") },
    { id: "s2", title: say("Вопрос про размер", "A question about the size"), channel: "question", rating: null, text: say("Маломерят или в размер? Обычно ношу 38.", "Do they run small? I usually wear 38.") },
    { id: "s3", title: say("Благодарность", "Thanks"), channel: "review", rating: 5, text: say("Отличный фонарь! Беру уже третий.", "A great lamp! My third one already.") },
  ];
};

const incidents = (language) => {
  const say = pick(language);
  const name = say("Жизнь обращения", "Life of an item");
  return [
    { id: "i1", activityId: "draft", activityName: say("Подготовить черновик", "Write a draft"), message: say("Шаблон ответа не найден для темы «Другое». Добавьте шаблон и повторите, или пропустите шаг: черновика не будет.", "There is no reply template for the topic “Other”. Add one and retry, or skip: there will be no draft."), at: at(-38), kind: "activity", outcomes: [say("Готово", "Done"), say("Без черновика", "No draft")], instanceId: "faulted", definitionName: name, interaction: { id: stoppedId, title: say("Отзыв: фонарь налобный «Север»", "Review: head lamp “Sever”") } },
    { id: "i2", activityId: "send", activityName: say("Отправить ответ", "Send the reply"), message: say("Площадка отвечает отказом (403): у ключа нет доступа к отзывам.", "The marketplace refuses (403): the key has no access to reviews."), at: at(-250), kind: "work", outcomes: [], instanceId: "other", definitionName: name, interaction: null },
  ].filter(({ id }) => !solved.has(id));
};

const instance = (id, language) => {
  const say = pick(language);
  const open = incidents(language).filter(({ instanceId }) => instanceId === id);
  const base = { id, definitionId: lifecycle, definitionName: say("Жизнь обращения", "Life of an item"), version: 4, versionId: "v4", name: null, isSandbox: false, parent: null, children: [], incidents: open, waits: [], createdAt: at(-95), updatedAt: at(-38), finishedAt: null };
  if (id === "trial") return { ...base, version: saved.version, isSandbox: true, status: "finished", subStatus: "finished", interaction: { id: interactionId, title: say("Проба: битый чайник", "Trial: a broken kettle") }, finishedAt: at(-94) };
  if (id === "faulted" || id === "other") return { ...base, status: "running", subStatus: open.length > 0 ? "faulted" : "executing", interaction: { id: stoppedId, title: say("Отзыв: фонарь налобный «Север»", "Review: head lamp “Sever”") } };
  return {
    ...base,
    status: "running",
    subStatus: "suspended",
    interaction: { id: interactionId, title: say("Отзыв: чайник электрический стеклянный", "Review: electric glass kettle") },
    children: [{ id: "child", definitionName: say("Эскалация", "Escalation"), subStatus: "suspended" }],
    waits: [
      { activityId: "wait", activityName: say("Ждать ответа оператора", "Wait for the operator’s reply"), name: "event", due: null },
      { activityId: "late", activityName: say("Срок ответа", "Reply due"), name: "event", due: at(12) },
    ],
  };
};

/** The answer to a path below /api/workflows, or undefined when there is no such route. */
export function answerWorkflows({ method, path, query, language, role }) {
  const [area, id, action] = path.slice("/api/workflows/".length).split("/");
  if (method === "GET" && area === "incidents") return [200, incidents(language)];
  if (method === "GET" && area === "samples") return [200, samples(language)];
  if (method === "GET" && area === "instances") return [200, instance(id, language)];
  if (method === "GET" && area === "definitions" && id !== lifecycle) return [404, { title: "Not found", status: 404 }];
  if (method === "GET" && area === "definitions") return [200, action === "findings" ? findings(language) : action === "comparison" ? comparison(language, query.get("from")) : definition(language, role)];
  if (method !== "POST") return undefined;
  if (role === "operator") return [403, { title: "Owners and managers only", status: 403 }];
  if (area === "definitions" && action === "runs") return [200, { instanceId: "trial" }];
  if (area === "incidents") solved.add(id);
  return [204, null];
}

/** What the fake editor does when somebody saves in it. */
export function saveInDesigner(publish) {
  if (saved.published) saved.version++;
  saved.published = publish;
  saved.at = at(0);
  return { definitionId: lifecycle, versionId: `v${saved.version}`, version: saved.version, isPublished: publish };
}
