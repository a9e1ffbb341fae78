using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sentences;

/// <summary>One question in Russian.</summary>
internal static class RussianClauses
{
    public static string Say(Language language, Question question)
    {
        var title = language.Title(question.Field);
        return question.Operator switch
        {
            Operator.In => question.Neighbours() is var (from, to)
                ? $"{title} {language.Number(from)}–{language.Number(to)}{Unit(question.Field)}"
                : $"{title} — {OneOf(language, language.Values(question))}",
            Operator.NotIn => $"{title} — {NoneOf(language, language.Values(question))}",
            Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual =>
                $"{title} {Comparison(question)} {language.Values(question, afterComparison: true)[0]}",
            Operator.Between => $"{title} {(question.Negated ? "вне промежутка " : "")}{Range(question, language.Values(question, afterComparison: true))}",
            Operator.Within => $"{title} — {Ago(language, question)}",
            Operator.HasAny => $"{Place(language, question.Field)} {Members(language, question)}",
            Operator.HasAll => $"{Place(language, question.Field)} {Every(language, question)}",
            Operator.ContainsAny => $"{Place(language, question.Field)} {Phrases(language, question)}",
            Operator.Matches => $"{Place(language, question.Field)} {(question.Negated ? "нет совпадения" : "есть совпадение")} с выражением {language.Quote(question.Values[0].ToString())}",
            _ => $"значение «{title}» {(question.Negated ? "не известно" : "известно")}",
        };
    }

    private static string Place(Language language, FactField field) => field.Where?.Ru ?? $"{language.Title(field)}:";

    private static string Unit(FactField field) => field.Unit is { } unit ? $" {unit.Ru}" : "";

    private static string OneOf(Language language, IReadOnlyList<string> values)
    {
        var list = Shortened.Of(values);
        return list.More == 0 ? language.Join(values, language.Or) : $"одно из значений: {list.Listed(language)}";
    }

    private static string NoneOf(Language language, IReadOnlyList<string> values)
    {
        var list = Shortened.Of(values);
        return (values.Count, list.More) switch
        {
            (1, _) => $"не {values[0]}",
            (_, 0) => $"ни {string.Join(", ни ", values)}",
            _ => $"ни одно из значений: {list.Listed(language)}",
        };
    }

    private static string Comparison(Question question)
    {
        var moment = question.Field.Type == FactType.Instant;
        return question.Operator switch
        {
            Operator.Less => moment ? "раньше" : "меньше",
            Operator.LessOrEqual => moment ? "не позже" : "не больше",
            Operator.Greater => moment ? "позже" : "больше",
            _ => moment ? "не раньше" : "не меньше",
        };
    }

    private static string Range(Question question, IReadOnlyList<string> ends) =>
        question.Field.Type == FactType.Instant ? $"с {ends[0]} по {ends[^1]}" : $"от {ends[0]} до {ends[^1]}";

    // The value of "within" is a length, though the field is a moment.
    private static string Ago(Language language, Question question)
    {
        var length = DurationText.TryParse(question.Values[0].ToString(), out var parsed) ? language.Duration(parsed, afterComparison: true) : question.Values[0].ToString();
        return question.Negated ? $"дольше {length} назад или в будущем" : $"не дольше {length} назад";
    }

    private static string Members(Language language, Question question)
    {
        var values = language.Values(question);
        var list = Shortened.Of(values);
        return (question.Negated, list.More) switch
        {
            (false, 0) => $"есть {language.Join(values, language.Or)}",
            (false, _) => $"есть хотя бы одно из значений: {list.Listed(language)}",
            (true, 0) when values.Count == 1 => $"нет значения {language.Quote(ValueWords.Say(language, question.Field, question.Values[0]))}",
            (true, _) => $"нет ни одного из значений: {list.Listed(language)}",
        };
    }

    private static string Every(Language language, Question question)
    {
        var list = Shortened.Of(language.Values(question));
        return question.Negated
            ? $"есть не все из значений: {list.Listed(language)}"
            : list.More == 0 ? $"есть и {string.Join(", и ", list.Shown)}" : $"есть все значения: {list.Listed(language)}";
    }

    private static string Phrases(Language language, Question question)
    {
        var (phrases, words) = language.Phrases(question);
        return (question.Negated, phrases.Count) switch
        {
            (false, 1) => $"есть {(words ? "слово" : "фраза")} {phrases[0]}",
            (true, 1) => $"нет {(words ? "слова" : "фразы")} {phrases[0]}",
            (false, _) => $"есть {(words ? "одно из слов" : "одна из фраз")}: {Shortened.Of(phrases, Shortened.LongestPhrases).Listed(language)}",
            _ => $"нет {(words ? "ни одного из слов" : "ни одной из фраз")}: {Shortened.Of(phrases, Shortened.LongestPhrases).Listed(language)}",
        };
    }
}
