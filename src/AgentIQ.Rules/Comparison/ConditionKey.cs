using System.Globalization;
using System.Text.Json;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;

namespace AgentIQ.Rules.Comparison;

/// <summary>Conditions that have one key mean the same: spelling of values, order of parts and the place of <c>not</c> do not matter.</summary>
internal static class ConditionKey
{
    public static string Of(Condition condition) => Of(Clauses.Of(condition));

    private static string Of(Clauses clauses) => clauses switch
    {
        Clauses.Single single => Of(single.Question),
        Clauses.Group group => Of(group),
        _ => throw new ArgumentException($"Expected clauses, came {clauses.GetType().Name}.", nameof(clauses)),
    };

    private static string Of(Clauses.Group group)
    {
        List<string> parts = [.. group.Parts.Select(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return parts is [var only] ? only : $"{(group.All ? "all" : "any")}({string.Join(' ', parts)})";
    }

    private static string Of(Question question) => string.Create(CultureInfo.InvariantCulture,
        $"{question.Reference.Source}.{question.Field.Name} {(question.Negated ? "not " : "")}{question.Operator} [{string.Join(", ", question.Values.Select(value => Of(question, value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}]");

    private static string Of(Question question, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => (number / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String when (question.Field.Type == FactType.Duration || question.Operator == Operator.Within) && DurationText.TryParse(value.GetString()!, out var length) => length.Ticks.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String when question.Field.Type == FactType.Instant && value.TryGetDateTimeOffset(out var moment) => moment.UtcTicks.ToString(CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };
}
