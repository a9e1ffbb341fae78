namespace AgentIQ.Rules.Tests.Sentences;

/// <summary>One question of every operator of every type, in both languages.</summary>
public sealed class QuestionTests
{
    public static TheoryData<string, string, string, string, string> Questions => new()
    {
        { "channel", "eq", "\"review\"", "канал — отзыв", "the channel is review" },
        { "channel", "ne", "\"review\"", "канал — не отзыв", "the channel is not review" },
        { "intent", "in", """["a", "b"]""", "намерение — возврат или обмен", "the intent is return or exchange" },
        { "intent", "in", """["e", "a"]""", "намерение — «размер, цвет или модель» или возврат", "the intent is “size, colour or model” or return" },
        { "intent", "eq", "\"e\"", "намерение — «размер, цвет или модель»", "the intent is “size, colour or model”" },
        { "intent", "in", """["a"]""", "намерение — возврат", "the intent is return" },
        { "intent", "in", """["a", "b", "c", "d", "e", "f", "g"]""", "намерение — одно из значений: возврат, обмен, отмена заказа, брак и ещё 3", "the intent is one of return, exchange, cancellation, defect and 3 more" },
        { "intent", "notIn", """["a", "b"]""", "намерение — ни возврат, ни обмен", "the intent is neither return nor exchange" },
        { "intent", "notIn", """["a", "b", "c"]""", "намерение — ни возврат, ни обмен, ни отмена заказа", "the intent is none of return, exchange, cancellation" },
        { "intent", "notIn", """["a", "b", "c", "d", "e", "f"]""", "намерение — ни одно из значений: возврат, обмен, отмена заказа, брак и ещё 2", "the intent is none of return, exchange, cancellation, defect and 2 more" },
        { "plain", "eq", "\"one_value\"", "plain — one_value", "the plain is one_value" },
        { "rating", "eq", "5", "оценка — 5", "the rating is 5" },
        { "rating", "ne", "5", "оценка — не 5", "the rating is not 5" },
        { "rating", "in", "[1, 2]", "оценка 1–2", "the rating is 1–2" },
        { "rating", "in", "[5, 3, 4]", "оценка 3–5", "the rating is 3–5" },
        { "rating", "in", "[1, 3, 5]", "оценка — 1, 3 или 5", "the rating is 1, 3 or 5" },
        { "rating", "notIn", "[1, 2]", "оценка — ни 1, ни 2", "the rating is neither 1 nor 2" },
        { "rating", "lt", "4", "оценка меньше 4", "the rating is less than 4" },
        { "rating", "lte", "4", "оценка не больше 4", "the rating is at most 4" },
        { "rating", "gt", "4", "оценка больше 4", "the rating is more than 4" },
        { "rating", "gte", "4", "оценка не меньше 4", "the rating is at least 4" },
        { "rating", "between", "[1, 3]", "оценка от 1 до 3", "the rating is from 1 to 3" },
        { "rating", "isKnown", "true", "значение «оценка» известно", "the value of the rating is known" },
        { "rating", "isKnown", "false", "значение «оценка» не известно", "the value of the rating is not known" },
        { "sla_level", "gte", "2", "SLA-уровень не меньше 2", "the SLA level is at least 2" },
        { "waiting_minutes", "gte", "30", "ожидание не меньше 30 мин", "the waiting time is at least 30 min" },
        { "waiting_minutes", "gt", "4320", "ожидание больше 3 дней", "the waiting time is more than 3 days" },
        { "waiting_minutes", "gt", "1440", "ожидание больше 1 дня", "the waiting time is more than 1 day" },
        { "waiting_minutes", "eq", "90", "ожидание — 1 ч 30 мин", "the waiting time is 1 h 30 min" },
        { "waiting_minutes", "eq", "-10", "ожидание — −10 мин", "the waiting time is −10 min" },
        { "waiting_minutes", "in", "[1, 2]", "ожидание — 1 мин или 2 мин", "the waiting time is 1 min or 2 min" },
        { "length", "gt", "500", "длина ответа больше 500 симв.", "the reply length is more than 500 characters" },
        { "length", "lt", "12000", "длина ответа меньше 12\u00a0000 симв.", "the reply length is less than 12,000 characters" },
        { "length", "in", "[1, 2, 3]", "длина ответа 1–3 симв.", "the reply length is 1–3 characters" },
        { "confidence", "gte", "0.85", "уверенность не меньше 0,85", "the confidence is at least 0.85" },
        { "confidence", "between", "[0.5, 0.75]", "уверенность от 0,5 до 0,75", "the confidence is from 0.5 to 0.75" },
        { "article", "eq", "\"12-34\"", "артикул — «12-34»", "the article is “12-34”" },
        { "article", "notIn", """["12", "34"]""", "артикул — ни «12», ни «34»", "the article is neither “12” nor “34”" },
        { "repeated", "eq", "true", "повтор — да", "the repetition is yes" },
        { "repeated", "ne", "true", "повтор — нет", "the repetition is no" },
        { "overdue", "eq", "true", "крайний срок — прошёл", "the hard deadline is over" },
        { "overdue", "ne", "true", "крайний срок — ещё не прошёл", "the hard deadline is not over yet" },
        { "flags", "has", "\"legal\"", "среди опасных признаков есть угроза суда", "among the warning signs there is legal threat" },
        { "flags", "hasAny", """["legal", "health"]""", "среди опасных признаков есть угроза суда или вред здоровью", "among the warning signs there is legal threat or harm to health" },
        { "flags", "hasAll", """["legal", "health"]""", "среди опасных признаков есть и угроза суда, и вред здоровью", "among the warning signs there are both legal threat and harm to health" },
        { "flags", "hasAll", """["legal"]""", "среди опасных признаков есть угроза суда", "among the warning signs there is legal threat" },
        { "flags", "hasNone", """["legal"]""", "среди опасных признаков нет значения «угроза суда»", "among the warning signs there is no “legal threat”" },
        { "flags", "hasNone", """["legal", "fake"]""", "среди опасных признаков нет ни одного из значений: угроза суда, подделка", "among the warning signs there is none of legal threat, counterfeit" },
        { "tags", "hasAny", """["t1", "t2"]""", "метки: есть t1 или t2", "among the tags there is t1 or t2" },
        { "tags", "hasAny", """["t1", "t2", "t3", "t4", "t5", "t6"]""", "метки: есть хотя бы одно из значений: t1, t2, t3, t4 и ещё 2", "among the tags there is at least one of t1, t2, t3, t4 and 2 more" },
        { "customer_text", "contains", "\"суд\"", "в сообщении покупателя есть слово «суд»", "in the customer's message there is the word “суд”" },
        { "customer_text", "contains", "\"вернуть [..2] деньги\"", "в сообщении покупателя есть фраза «вернуть … деньги»", "in the customer's message there is the phrase “вернуть … деньги”" },
        { "customer_text", "containsAny", """["суд", "=суда|=судом"]""", "в сообщении покупателя есть одно из слов: «суд», «суда/судом»", "in the customer's message there is one of the words “суд”, “суда/судом”" },
        { "reply_text", "contains", "\"~ (бот | робот) !<2(без|нет) ответить\"", "текст ответа: есть фраза «бот/робот ответить» с оговорками", "in the reply there is the phrase “бот/робот ответить” with exceptions" },
        { "reply_text", "containsAny", """["гарант*", "мы? виноваты", "#44-60", "суд", "# деньги", "брак"]""", "текст ответа: есть одна из фраз: «гарант…», «мы виноваты», «44–60» и ещё 3", "in the reply there is one of the phrases “гарант…”, “мы виноваты”, “44–60” and 3 more" },
        { "reply_text", "contains", "\"(=вернем|=верну|=возвратим|=вернут) [..3] (деньги|сумма)\"", "текст ответа: есть фраза «вернем/верну/др. … деньги/сумма»", "in the reply there is the phrase “вернем/верну/др. … деньги/сумма”" },
        { "reply_text", "matches", "\"!{3,}\"", "текст ответа: есть совпадение с выражением «!{3,}»", "in the reply there is a match of the expression “!{3,}”" },
        { "age", "gt", "\"30m\"", "возраст обращения больше 30 мин", "the age is more than 30 min" },
        { "age", "lte", "\"PT2H\"", "возраст обращения не больше 2 ч", "the age is at most 2 h" },
        { "age", "eq", "\"3d\"", "возраст обращения — 3 дня", "the age is 3 days" },
        { "age", "eq", "\"5d\"", "возраст обращения — 5 дней", "the age is 5 days" },
        { "age", "eq", "\"21d\"", "возраст обращения — 21 день", "the age is 21 days" },
        { "age", "eq", "\"11d\"", "возраст обращения — 11 дней", "the age is 11 days" },
        { "age", "between", """["1d", "3d"]""", "возраст обращения от 1 дня до 3 дней", "the age is from 1 day to 3 days" },
        { "age", "lt", "\"45s\"", "возраст обращения меньше 45 сек", "the age is less than 45 s" },
        { "seen_at", "within", "\"7d\"", "последний визит — не дольше 7 дней назад", "the last visit is no longer than 7 days ago" },
        { "seen_at", "lt", "\"2030-01-31T09:00:00+03:00\"", "последний визит раньше 31.01.2030 09:00 UTC+3", "the last visit is earlier than 31 Jan 2030 09:00 UTC+3" },
        { "seen_at", "gte", "\"2030-01-31T09:00:05Z\"", "последний визит не раньше 31.01.2030 09:00:05 UTC", "the last visit is not earlier than 31 Jan 2030 09:00:05 UTC" },
        { "seen_at", "between", """["2030-01-01T00:00:00Z", "2030-02-01T00:00:00Z"]""", "последний визит с 01.01.2030 00:00 UTC по 01.02.2030 00:00 UTC", "the last visit is from 1 Jan 2030 00:00 UTC to 1 Feb 2030 00:00 UTC" },
    };

    public static TheoryData<string, string, string, string, string> Negated => new()
    {
        { "channel", "eq", "\"review\"", "канал — не отзыв", "the channel is not review" },
        { "intent", "notIn", """["a", "b"]""", "намерение — возврат или обмен", "the intent is return or exchange" },
        { "rating", "lt", "4", "оценка не меньше 4", "the rating is at least 4" },
        { "rating", "lte", "4", "оценка больше 4", "the rating is more than 4" },
        { "rating", "gt", "4", "оценка не больше 4", "the rating is at most 4" },
        { "rating", "gte", "4", "оценка меньше 4", "the rating is less than 4" },
        { "rating", "between", "[1, 3]", "оценка вне промежутка от 1 до 3", "the rating is not from 1 to 3" },
        { "rating", "isKnown", "true", "значение «оценка» не известно", "the value of the rating is not known" },
        { "rating", "isKnown", "false", "значение «оценка» известно", "the value of the rating is known" },
        { "repeated", "eq", "false", "повтор — да", "the repetition is yes" },
        { "flags", "hasNone", """["legal"]""", "среди опасных признаков есть угроза суда", "among the warning signs there is legal threat" },
        { "flags", "hasAll", """["legal", "fake"]""", "среди опасных признаков есть не все из значений: угроза суда, подделка", "among the warning signs there are not all of legal threat, counterfeit" },
        { "customer_text", "contains", "\"суд\"", "в сообщении покупателя нет слова «суд»", "in the customer's message there is no word “суд”" },
        { "customer_text", "containsAny", """["суд", "верните деньги"]""", "в сообщении покупателя нет ни одной из фраз: «суд», «верните деньги»", "in the customer's message there is none of the phrases “суд”, “верните деньги”" },
        { "customer_text", "matches", "\"!\"", "в сообщении покупателя нет совпадения с выражением «!»", "in the customer's message there is no match of the expression “!”" },
        { "seen_at", "within", "\"1d\"", "последний визит — дольше 1 дня назад или в будущем", "the last visit is longer than 1 day ago or in the future" },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_is_said_as_people_say_it(string field, string op, string value, string ru, string en)
    {
        var said = TitledSets.Clause($$"""{"field": "{{field}}", "op": "{{op}}", "value": {{value}}}""");
        said.Ru.ShouldBe(ru);
        said.En.ShouldBe(en);
    }

    [Theory]
    [MemberData(nameof(Negated))]
    public void A_negated_question_is_said_with_the_opposite_words(string field, string op, string value, string ru, string en)
    {
        var said = TitledSets.Clause($$$"""{"not": {"field": "{{{field}}}", "op": "{{{op}}}", "value": {{{value}}} } }""");
        said.Ru.ShouldBe(ru);
        said.En.ShouldBe(en);
    }
}
