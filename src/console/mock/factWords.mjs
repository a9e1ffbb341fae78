// What people call the facts and their values, until rules/facts.json says it itself.
export const titles = {
  marketplace: ["площадка", "marketplace"], channel: ["канал", "channel"], product_id: ["артикул", "article"], rating: ["оценка", "rating"],
  rating_only: ["оценка без слов", "rating without words"], intent: ["намерение", "intent"], flags: ["опасные признаки", "warning signs"], sentiment: ["тон", "tone"],
  customer_continued: ["написал снова", "wrote again"], messages_from_customer: ["сообщений покупателя", "customer's messages"], similar_complaints: ["похожих жалоб за неделю", "similar complaints this week"],
  age: ["возраст обращения", "age"], link_type: ["связь", "link"], link_confidence: ["уверенность в связи", "confidence of the link"], priority: ["приоритет", "priority"], case: ["случай", "case"],
  auto_send_enabled: ["отправка без человека включена", "automatic sending is on"], auto_preset: ["широта разрешения", "preset"], auto_product_excluded: ["товар исключён", "product excluded"],
  draft_source: ["откуда черновик", "source of the draft"], guardrails_valid: ["черновик прошёл проверку", "draft passed the check"], waiting_minutes: ["покупатель ждёт", "customer waits"],
  minutes_past_escalate: ["после срока эскалации", "past the escalation"], overdue: ["крайний срок прошёл", "deadline has passed"], escalation_level: ["достигнутый уровень", "level so far"],
  moment: ["момент проверки", "moment of the check"], customer_text: ["слова покупателя", "customer's words"], reply_text: ["текст ответа", "reply"], reply_length: ["длина ответа", "length of the reply"],
  reply_over_limit: ["длиннее предела на", "over the limit by"], reply_under_limit: ["короче предела на", "under the limit by"], reply_cyrillic_share: ["доля кириллицы", "share of Cyrillic"], reply_repeated: ["ответ повторяется", "reply is repeated"],
  first_response_minutes: ["первый ответ", "first response"], escalate_minutes: ["эскалация", "escalation"], hard_deadline_minutes: ["крайний срок", "hard deadline"],
  link_mode: ["по связи", "by the link"], scenario: ["сценарий", "scenario"], send: ["отправка", "sending"], verdict: ["решение", "verdict"], type: ["вид нарушения", "kind"], category: ["категория", "category"], found: ["найдено", "found"],
  escalate: ["сообщить", "tell"], level: ["уровень", "level"], whom: ["кому", "whom"], message: ["сообщение", "message"],
};

export const units = { waiting_minutes: ["мин", "min"], minutes_past_escalate: ["мин", "min"], first_response_minutes: ["мин", "min"], escalate_minutes: ["мин", "min"], hard_deadline_minutes: ["мин", "min"], reply_length: ["симв.", "chars"], reply_over_limit: ["симв.", "chars"], reply_under_limit: ["симв.", "chars"] };

export const tableTitles = { cases: ["Случаи", "Cases"], deadlines: ["Сроки", "Deadlines"], link: ["Связь с другими обращениями", "Link to others"], scenario: ["Сценарий", "Scenario"], verdict: ["Решение", "Verdict"], phrases: ["Запрещённые слова", "Banned words"], severity: ["Строгость", "Severity"], levels: ["Уровни", "Levels"] };

export const labels = {
  review: ["отзыв", "review"], question: ["вопрос", "question"], chat: ["чат", "chat"],
  delivery_status: ["где заказ", "where the order is"], delivery_delay: ["доставка опаздывает", "delivery is late"], cancel_request: ["отмена заказа", "cancellation"], wrong_item: ["не тот товар", "wrong item"],
  defect_not_working: ["брак, не работает", "defect, does not work"], usage_howto: ["как пользоваться", "how to use"], product_spec: ["характеристики", "characteristics"], refund_exchange: ["возврат или обмен", "return or exchange"],
  thanks: ["благодарность", "thanks"], quality_complaint: ["жалоба на качество", "complaint about quality"], pre_purchase: ["вопрос до покупки", "before buying"], sizing_fit: ["размер", "size"], availability: ["наличие", "availability"],
  compatibility: ["совместимость", "compatibility"], other: ["другое", "other"], legal_threat: ["угроза судом", "legal threat"], health_safety: ["вред здоровью", "harm to health"], counterfeit_suspicion: ["подозрение на подделку", "counterfeit"],
  missing_parts: ["не хватает части", "missing parts"], insult: ["оскорбление", "insult"], threat: ["угроза", "threat"], personal_data: ["личные данные", "personal data"], mass_defect: ["массовый брак", "mass defect"],
  machine_instructions: ["указания машине", "instructions to a machine"], negative: ["недоволен", "unhappy"], neutral: ["спокоен", "calm"], positive: ["доволен", "happy"], none: ["нет", "none"], probabilistic: ["вероятная", "probable"],
  deterministic: ["точная", "exact"], low: ["не срочно", "not urgent"], normal: ["обычно", "normal"], high: ["важно", "important"], urgent: ["срочно", "urgent"], ordinary: ["обычное обращение", "ordinary"],
  dialogue_continued: ["разговор продолжился", "dialogue continued"], pre_purchase_question: ["вопрос до покупки", "question before buying"], pre_purchase_chat: ["чат до покупки", "chat before buying"],
  average_review_or_delivery: ["средний отзыв или доставка", "average review or delivery"], negative_review: ["плохой отзыв", "bad review"], defect_or_wrong_item: ["брак или не тот товар", "defect or wrong item"], danger: ["опасность", "danger"],
  safe: ["осторожно", "safe"], balanced: ["взвешенно", "balanced"], max: ["широко", "wide"], template: ["шаблон", "template"], model: ["модель", "model"], fallback: ["запасной текст", "fallback"], draft: ["черновик", "draft"],
  send: ["отправка", "sending"], auto: ["автоматически", "automatic"], auto_allowed: ["можно без человека", "may be automatic"], assist_only: ["только помощь", "assist only"], block: ["только человек", "person only"],
  automatic: ["без человека", "automatic"], person: ["человек", "person"], allow: ["разрешить", "allow"], warn: ["предупредить", "warn"], deny: ["запретить", "deny"], nobody: ["никому", "nobody"], operator: ["оператору", "operator"],
  manager: ["менеджеру", "manager"], owner: ["владельцу", "owner"], banned_phrase: ["запрещённые слова", "banned phrase"], unsolicited_return: ["возврат без просьбы", "unsolicited return"], too_long: ["слишком длинный", "too long"],
  too_short: ["слишком короткий", "too short"], empty_text: ["пустой", "empty"], not_russian: ["не по-русски", "not Russian"], repeated: ["повтор", "repeated"], ai_mention: ["упоминание машины", "mention of a machine"], promise: ["обещание", "promise"],
  blame: ["обвинение", "blame"], dismissive: ["отписка", "dismissive"], legal_admission: ["признание вины", "admission"], jargon: ["казённые слова", "jargon"], contact: ["контакты", "contacts"], review_reward: ["награда за отзыв", "review reward"],
  review_change: ["просьба изменить отзыв", "review change"], competitors: ["конкуренты", "competitors"], rudeness: ["грубость", "rudeness"], automation: ["автоматика", "automation"],
};
