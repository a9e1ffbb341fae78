using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sentences;

/// <summary>What people call an operator when there is no value beside it, as in a column's head.</summary>
internal static class OperatorWords
{
    private static readonly Dictionary<Operator, LocalizedText> Words = new()
    {
        [Operator.Equal] = new("равно", "is"),
        [Operator.NotEqual] = new("не равно", "is not"),
        [Operator.In] = new("одно из", "is one of"),
        [Operator.NotIn] = new("ни одно из", "is none of"),
        [Operator.Less] = new("меньше", "less than"),
        [Operator.LessOrEqual] = new("не больше", "at most"),
        [Operator.Greater] = new("больше", "more than"),
        [Operator.GreaterOrEqual] = new("не меньше", "at least"),
        [Operator.Between] = new("от и до", "from and to"),
        [Operator.Within] = new("не дольше назад", "no longer ago than"),
        [Operator.Has] = new("есть", "has"),
        [Operator.HasAny] = new("есть хотя бы одно из", "has any of"),
        [Operator.HasAll] = new("есть все из", "has all of"),
        [Operator.HasNone] = new("нет ни одного из", "has none of"),
        [Operator.Contains] = new("содержит", "contains"),
        [Operator.ContainsAny] = new("содержит хотя бы одно из", "contains any of"),
        [Operator.Matches] = new("подходит под выражение", "matches the expression"),
        [Operator.IsKnown] = new("известно ли", "is known or not"),
    };

    public static LocalizedText Of(Operator @operator) => Words[@operator];
}
