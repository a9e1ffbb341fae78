using System.Text.Json;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sentences;

/// <summary>
/// A question that is ready to be said: negation is taken into the operator where there is an opposite one, which in three-valued
/// logic is the same (an unknown value stays unknown), and single values are lists of one.
/// </summary>
/// <param name="Reference">The field.</param>
/// <param name="Operator">What is asked: one of <c>In</c>, <c>NotIn</c>, the comparisons, <c>Between</c>, <c>Within</c>, <c>HasAny</c>, <c>HasAll</c>, <c>ContainsAny</c>, <c>Matches</c>, <c>IsKnown</c>.</param>
/// <param name="Negated">Whether the answer must be no.</param>
/// <param name="Values">What the field is compared with.</param>
internal sealed record Question(FieldReference Reference, Operator Operator, bool Negated, IReadOnlyList<JsonElement> Values)
{
    public FactField Field => Reference.Field;

    public static Question Of(FieldCondition condition, bool negated)
    {
        var field = condition.Reference;
        var values = Parse(condition.Written);
        var (@operator, opposite) = condition.Operator switch
        {
            Operator.Equal => (Operator.In, Operator.NotIn),
            Operator.NotEqual => (Operator.NotIn, Operator.In),
            Operator.In => (Operator.In, Operator.NotIn),
            Operator.NotIn => (Operator.NotIn, Operator.In),
            Operator.Less => (Operator.Less, Operator.GreaterOrEqual),
            Operator.LessOrEqual => (Operator.LessOrEqual, Operator.Greater),
            Operator.Greater => (Operator.Greater, Operator.LessOrEqual),
            Operator.GreaterOrEqual => (Operator.GreaterOrEqual, Operator.Less),
            var other => (other, other),
        };
        if (@operator != opposite)
        {
            @operator = negated ? opposite : @operator;
            negated = false;
        }

        return @operator switch
        {
            // "Is not yes" is said as "is no".
            Operator.NotIn when field.Field.Type == FactType.Bool && values is [{ ValueKind: JsonValueKind.True or JsonValueKind.False } flag] =>
                new(field, Operator.In, false, Parse(flag.GetBoolean() ? "false" : "true")),
            Operator.IsKnown => new(field, @operator, negated == (values is [{ ValueKind: JsonValueKind.True }]), []),
            Operator.HasNone => new(field, Operator.HasAny, !negated, values),
            Operator.Has => new(field, Operator.HasAny, negated, values),
            Operator.HasAll when values.Count == 1 => new(field, Operator.HasAny, negated, values),
            Operator.Contains => new(field, Operator.ContainsAny, negated, values),
            _ => new(field, @operator, negated, values),
        };
    }

    /// <summary>The ends of a row of neighbouring whole numbers such as 1, 2, 3; null for other lists.</summary>
    public (decimal From, decimal To)? Neighbours()
    {
        if (Field.Type != FactType.Int || Values.Count < 2 || TimeUnit.Counts(Field) || Values.Any(value => value.ValueKind != JsonValueKind.Number))
        {
            return null;
        }

        decimal[] sorted = [.. Values.Select(value => value.GetDecimal()).Distinct().Order()];
        return sorted.Length > 1 && sorted[^1] - sorted[0] == sorted.Length - 1 ? (sorted[0], sorted[^1]) : null;
    }

    private static IReadOnlyList<JsonElement> Parse(string written)
    {
        using var document = JsonDocument.Parse(written);
        var value = document.RootElement.Clone();
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
    }
}
