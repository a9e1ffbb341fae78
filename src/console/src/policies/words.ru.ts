import { backtestRu } from "./backtest/words.ru";
import { editorRu } from "./editor/words.ru";
import { escalationRu } from "./escalation/words.ru";
import { listRu } from "./list/words.ru";
import { publishRu } from "./publish/words.ru";
import { versionsRu } from "./versions/words.ru";
import { whyRu } from "./why/words.ru";

export const policiesRu = {
  title: "Правила",
  sessionText: "Войдите, не закрывая страницу: всё несохранённое останется здесь.",
  toList: "Ко всем правилам",
  states: {
    draft: "Черновик",
    shadow: "Теневая проверка",
    active: "Действует",
    retired: "Снята",
    scheduled: "Запланирована",
  },
  origins: {
    platform: "Из поставки",
    seller: "Ваша версия",
  },
  versionName: { platform: "поставка {{number}}", seller: "ваша версия {{number}}" },
  severity: { error: "Ошибка", warning: "Предупреждение", note: "Замечание" },
  hitPolicy: {
    unique: "Подходит не больше одной строки",
    first: "Решает первая подходящая строка",
    priority: "Решает самая строгая строка",
    any: "Все подходящие строки говорят одно",
    collect: "Считаются все подходящие строки",
  },
  list: listRu,
  versions: versionsRu,
  publish: publishRu,
  backtest: backtestRu,
  escalation: escalationRu,
  why: whyRu,
  editor: editorRu,
};
