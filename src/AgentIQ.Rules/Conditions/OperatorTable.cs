using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Conditions;

/// <summary>Which operators suit which type, and how they are spelled in a document.</summary>
public static class OperatorTable
{
    private static readonly Operator[] Equality = [Operator.Equal, Operator.NotEqual, Operator.In, Operator.NotIn, Operator.IsKnown];

    private static readonly Operator[] Ordered =
    [
        Operator.Equal, Operator.NotEqual, Operator.In, Operator.NotIn, Operator.Less, Operator.LessOrEqual,
        Operator.Greater, Operator.GreaterOrEqual, Operator.Between, Operator.IsKnown,
    ];

    private static readonly Dictionary<FactType, Operator[]> ByType = new()
    {
        [FactType.Bool] = [Operator.Equal, Operator.NotEqual, Operator.IsKnown],
        [FactType.Enum] = Equality,
        [FactType.String] = Equality,
        [FactType.Int] = Ordered,
        [FactType.Decimal] = Ordered,
        [FactType.Duration] = Ordered,
        [FactType.Instant] = [.. Ordered, Operator.Within],
        [FactType.Set] = [Operator.Has, Operator.HasAny, Operator.HasAll, Operator.HasNone, Operator.IsKnown],
        [FactType.Text] = [Operator.Contains, Operator.ContainsAny, Operator.Matches, Operator.IsKnown],
        [FactType.Localized] = [],
    };

    /// <summary>The operators by their spelling in a document.</summary>
    public static IReadOnlyDictionary<string, Operator> Words { get; } = new Dictionary<string, Operator>(StringComparer.Ordinal)
    {
        ["eq"] = Operator.Equal,
        ["ne"] = Operator.NotEqual,
        ["in"] = Operator.In,
        ["notIn"] = Operator.NotIn,
        ["lt"] = Operator.Less,
        ["lte"] = Operator.LessOrEqual,
        ["gt"] = Operator.Greater,
        ["gte"] = Operator.GreaterOrEqual,
        ["between"] = Operator.Between,
        ["within"] = Operator.Within,
        ["has"] = Operator.Has,
        ["hasAny"] = Operator.HasAny,
        ["hasAll"] = Operator.HasAll,
        ["hasNone"] = Operator.HasNone,
        ["contains"] = Operator.Contains,
        ["containsAny"] = Operator.ContainsAny,
        ["matches"] = Operator.Matches,
        ["isKnown"] = Operator.IsKnown,
    };

    /// <summary>The operators that suit a type.</summary>
    public static IReadOnlyList<Operator> For(FactType type) => ByType[type];

    /// <summary>How an operator is spelled in a document.</summary>
    public static string WordOf(Operator @operator) => Words.First(pair => pair.Value == @operator).Key;
}
