using AgentIQ.Rules.Conditions;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>Finds where a group of a free condition stands: only questions keep their place, so it is their path without its end.</summary>
internal static class ConditionPaths
{
    public static string Of(Condition condition) => condition switch
    {
        FieldCondition question => question.Path,
        AllCondition { Parts: [var first, ..] } => Parent(Of(first), ".all[0]"),
        AnyCondition { Parts: [var first, ..] } => Parent(Of(first), ".any[0]"),
        NotCondition not => Parent(Of(not.Part), ".not"),
        _ => "$",
    };

    private static string Parent(string path, string end) => path.EndsWith(end, StringComparison.Ordinal) ? path[..^end.Length] : path;
}
