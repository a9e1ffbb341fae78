using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sentences;

/// <summary>One question in English.</summary>
internal static class EnglishClauses
{
    public static string Say(Language language, Question question)
    {
        var title = language.Title(question.Field);
        return question.Operator switch
        {
            Operator.In => question.Neighbours() is var (from, to)
                ? $"{title} is {language.Number(from)}–{language.Number(to)}{Unit(question.Field)}"
                : $"{title} is {OneOf(language, language.Values(question))}",
            Operator.NotIn => $"{title} is {NoneOf(language, language.Values(question))}",
            Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual => $"{title} is {Comparison(question)} {language.Values(question)[0]}",
            Operator.Between => $"{title} is {(question.Negated ? "not " : "")}from {string.Join(" to ", language.Values(question))}",
            Operator.Within => $"{title} is {Ago(language, question)}",
            Operator.HasAny => $"{Place(language, question.Field)} there is {Members(language, question)}",
            Operator.HasAll => $"{Place(language, question.Field)} {Every(language, question)}",
            Operator.ContainsAny => $"{Place(language, question.Field)} there is {Phrases(language, question)}",
            Operator.Matches => $"{Place(language, question.Field)} there is {(question.Negated ? "no match" : "a match")} of the expression {language.Quote(question.Values[0].ToString())}",
            _ => $"the value of {title} is {(question.Negated ? "not known" : "known")}",
        };
    }

    private static string Place(Language language, FactField field) =>
        field.Where?.En ?? $"{(field.Type == FactType.Set ? "among" : "in")} {language.Title(field)}";

    private static string Unit(FactField field) => field.Unit is { } unit ? $" {unit.En}" : "";

    private static string OneOf(Language language, IReadOnlyList<string> values)
    {
        var list = Shortened.Of(values);
        return list.More == 0 ? language.Join(values, language.Or) : $"one of {list.Listed(language)}";
    }

    private static string NoneOf(Language language, IReadOnlyList<string> values) => values switch
    {
        [var only] => $"not {only}",
        [var one, var other] => $"neither {one} nor {other}",
        _ => $"none of {Shortened.Of(values).Listed(language)}",
    };

    private static string Comparison(Question question)
    {
        var moment = question.Field.Type == FactType.Instant;
        return question.Operator switch
        {
            Operator.Less => moment ? "earlier than" : "less than",
            Operator.LessOrEqual => moment ? "not later than" : "at most",
            Operator.Greater => moment ? "later than" : "more than",
            _ => moment ? "not earlier than" : "at least",
        };
    }

    // The value of "within" is a length, though the field is a moment.
    private static string Ago(Language language, Question question)
    {
        var length = DurationText.TryParse(question.Values[0].ToString(), out var parsed) ? language.Duration(parsed) : question.Values[0].ToString();
        return question.Negated ? $"longer than {length} ago or in the future" : $"no longer than {length} ago";
    }

    private static string Members(Language language, Question question)
    {
        var values = language.Values(question);
        var list = Shortened.Of(values);
        return (question.Negated, list.More) switch
        {
            (false, 0) => language.Join(values, language.Or),
            (false, _) => $"at least one of {list.Listed(language)}",
            (true, _) when values.Count == 1 => $"no {language.Quote(ValueWords.Say(language, question.Field, question.Values[0]))}",
            (true, _) => $"none of {list.Listed(language)}",
        };
    }

    private static string Every(Language language, Question question)
    {
        var list = Shortened.Of(language.Values(question));
        return (question.Negated, list.More) switch
        {
            (true, _) => $"there are not all of {list.Listed(language)}",
            (false, 0) => $"there are {(list.Shown.Count == 2 ? "both " : "")}{language.Join(list.Shown, language.And)}",
            _ => $"there are all of {list.Listed(language)}",
        };
    }

    private static string Phrases(Language language, Question question)
    {
        var (phrases, words) = language.Phrases(question);
        return (question.Negated, phrases.Count) switch
        {
            (false, 1) => $"the {(words ? "word" : "phrase")} {phrases[0]}",
            (true, 1) => $"no {(words ? "word" : "phrase")} {phrases[0]}",
            (false, _) => $"one of the {(words ? "words" : "phrases")} {Shortened.Of(phrases, Shortened.LongestPhrases).Listed(language)}",
            _ => $"none of the {(words ? "words" : "phrases")} {Shortened.Of(phrases, Shortened.LongestPhrases).Listed(language)}",
        };
    }
}
