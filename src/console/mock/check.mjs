// A few of the guardrails, enough to see how the page behaves.
const rules = [
  ["promise", "error", /верн[её]м\s+(вам\s+)?деньги|гарантируем (возврат|замену)|компенсаци[яюи]/giu, "Не обещайте исход. Напишите, куда покупатель может обратиться с возвратом.", "Do not promise the outcome. Say where the customer can ask for a return."],
  ["blame", "error", /вы (ошиблись|неправильно)|сами виноваты/giu, "Не обвиняйте покупателя. Предложите, что сделать.", "Do not blame the customer. Say what to do."],
  ["dismissive", "error", /(обратитесь|напишите) в поддержку/giu, "Не отсылайте прочь. Напишите, что сделаете вы сами.", "Do not send the customer away. Say what you will do yourself."],
  ["ai_mention", "error", /нейросет\p{L}*|(?<!\p{L})бот(?!\p{L})/giu, "Не упоминайте автоматику.", "Do not mention automation."],
  ["jargon", "warning", /уважаем\p{L}+ (клиент|покупатель)/giu, "Лучше обратиться по имени.", "Better to use the customer's name."],
];

export function check(text, language) {
  const found = [];
  for (const [type, severity, pattern, ru, en] of rules) {
    for (const match of text.matchAll(pattern)) {
      found.push({ type, severity, phrase: match[0], start: match.index, length: match[0].length, message: language === "en" ? en : ru });
    }
  }
  const violations = found.filter(({ severity }) => severity === "error");
  return { valid: violations.length === 0, violations, warnings: found.filter(({ severity }) => severity === "warning") };
}
