using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Tests.Sentences;

/// <summary>A catalogue with titles and labels as the product has them, and sets over it.</summary>
internal static class TitledSets
{
    public const string Outputs =
        """
        {"name": "priority", "type": "enum", "values": ["low", "normal", "high", "urgent"], "merge": "max", "title": {"ru": "Приоритет", "en": "Priority"},
         "labels": {"low": {"ru": "низкий", "en": "low"}, "normal": {"ru": "обычный", "en": "normal"}, "high": {"ru": "высокий", "en": "high"}, "urgent": {"ru": "срочный", "en": "urgent"}}},
        {"name": "first_response_minutes", "type": "int", "title": {"ru": "Срок первого ответа", "en": "First response"}, "unit": {"ru": "мин", "en": "min"}},
        {"name": "found", "type": "set", "values": ["promise", "contact", "blame"], "merge": "union", "title": {"ru": "Найдено", "en": "Finding"},
         "labels": {"promise": {"ru": "обещание", "en": "promise"}, "contact": {"ru": "контакты", "en": "contacts"}}},
        {"name": "escalate", "type": "bool", "title": {"ru": "Эскалация", "en": "Escalation"}},
        {"name": "message", "type": "localized", "title": {"ru": "Сообщение", "en": "Message"}}
        """;

    public static FactCatalogue Catalogue { get; } = FactCatalogue.Load(
        """
        {"facts": [
          {"name": "channel", "type": "enum", "values": ["review", "question", "chat"], "title": {"ru": "Канал", "en": "Channel"}, "description": {"ru": "к", "en": "c"},
           "labels": {"review": {"ru": "отзыв", "en": "review"}, "question": {"ru": "вопрос", "en": "question"}, "chat": {"ru": "чат", "en": "chat"}}},
          {"name": "intent", "type": "enum", "values": ["a", "b", "c", "d", "e", "f", "g"], "title": {"ru": "намерение", "en": "intent"}, "description": {"ru": "н", "en": "i"},
           "labels": {"a": {"ru": "возврат", "en": "return"}, "b": {"ru": "обмен", "en": "exchange"}, "c": {"ru": "отмена заказа", "en": "cancellation"}, "d": {"ru": "брак", "en": "defect"}, "e": {"ru": "размер, цвет или модель", "en": "size, colour or model"}}},
          {"name": "rating", "type": "int", "min": 1, "max": 5, "title": {"ru": "Оценка", "en": "Rating"}, "description": {"ru": "о", "en": "r"}},
          {"name": "waiting_minutes", "type": "int", "title": {"ru": "Ожидание", "en": "Waiting time"}, "unit": {"ru": "мин", "en": "min"}, "description": {"ru": "о", "en": "w"}},
          {"name": "length", "type": "int", "title": {"ru": "Длина ответа", "en": "Reply length"}, "unit": {"ru": "симв.", "en": "characters"}, "description": {"ru": "д", "en": "l"}},
          {"name": "confidence", "type": "decimal", "title": {"ru": "Уверенность", "en": "Confidence"}, "description": {"ru": "у", "en": "c"}},
          {"name": "article", "type": "string", "title": {"ru": "Артикул", "en": "Article"}, "description": {"ru": "а", "en": "a"}},
          {"name": "repeated", "type": "bool", "title": {"ru": "Повтор", "en": "Repetition"}, "description": {"ru": "п", "en": "r"}},
          {"name": "overdue", "type": "bool", "title": {"ru": "Крайний срок", "en": "Hard deadline"}, "description": {"ru": "п", "en": "r"},
           "labels": {"true": {"ru": "прошёл", "en": "over"}, "false": {"ru": "ещё не прошёл", "en": "not over yet"}}},
          {"name": "flags", "type": "set", "values": ["legal", "health", "fake"], "title": {"ru": "Опасные признаки", "en": "Warning signs"}, "description": {"ru": "п", "en": "f"},
           "where": {"ru": "среди опасных признаков", "en": "among the warning signs"},
           "labels": {"legal": {"ru": "угроза суда", "en": "legal threat"}, "health": {"ru": "вред здоровью", "en": "harm to health"}, "fake": {"ru": "подделка", "en": "counterfeit"}}},
          {"name": "tags", "type": "set", "values": ["t1", "t2", "t3", "t4", "t5", "t6", "t7"], "title": {"ru": "Метки", "en": "Tags"}, "description": {"ru": "м", "en": "t"}},
          {"name": "customer_text", "type": "text", "title": {"ru": "Слова покупателя", "en": "Customer's words"}, "description": {"ru": "с", "en": "w"},
           "where": {"ru": "в сообщении покупателя", "en": "in the customer's message"}},
          {"name": "reply_text", "type": "text", "title": {"ru": "Текст ответа", "en": "Reply"}, "description": {"ru": "т", "en": "r"}},
          {"name": "age", "type": "duration", "title": {"ru": "Возраст обращения", "en": "Age"}, "description": {"ru": "в", "en": "a"}},
          {"name": "seen_at", "type": "instant", "title": {"ru": "Последний визит", "en": "Last visit"}, "description": {"ru": "в", "en": "v"}},
          {"name": "sla_level", "type": "int", "title": {"ru": "SLA-уровень", "en": "SLA level"}, "description": {"ru": "у", "en": "l"}},
          {"name": "plain", "type": "enum", "values": ["one_value", "other_value"], "description": {"ru": "п", "en": "p"}}
        ]}
        """);

    /// <summary>A set of one table.</summary>
    public static RuleSet Set(string rows, string hitPolicy = "first") =>
        RuleSetReader.Read(RuleSetDocument.Parse(TestSets.Document(hitPolicy, rows, Outputs), "test.json"), Catalogue);

    public static LocalizedText Clause(string condition) => RuleSentences.Of(Set(TestSets.Row("r", condition, "{}")).Tables[0].Rows[0].When);

    public static LocalizedText Sentence(RuleSet set, int row) => RuleSentences.Of(set, set.Tables[0], set.Tables[0].Rows[row]);
}
