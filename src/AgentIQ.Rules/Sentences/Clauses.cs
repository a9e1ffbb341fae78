using AgentIQ.Rules.Conditions;

namespace AgentIQ.Rules.Sentences;

/// <summary>
/// A condition with every <c>not</c> moved to its questions, where language has words for it, and with groups inside groups of the
/// same kind dissolved. Both keep the meaning in three-valued logic.
/// </summary>
internal abstract record Clauses
{
    public static Clauses Of(Condition condition, bool negated = false) => condition switch
    {
        NotCondition not => Of(not.Part, !negated),
        AllCondition all => Of(all.Parts, negated, all: !negated),
        AnyCondition any => Of(any.Parts, negated, all: negated),
        FieldCondition field => new Single(Question.Of(field, negated)),
        _ => throw new ArgumentException($"Expected all, any, not or a question, came {condition.GetType().Name}.", nameof(condition)),
    };

    private static Clauses Of(IReadOnlyList<Condition> conditions, bool negated, bool all)
    {
        List<Clauses> parts = [];
        foreach (var part in conditions.Select(condition => Of(condition, negated)))
        {
            parts.AddRange(part is Group group && group.All == all ? group.Parts : [part]);
        }

        return parts is [var only] ? only : new Group(all, parts);
    }

    /// <summary>One question.</summary>
    public sealed record Single(Question Question) : Clauses;

    /// <summary>Parts that must all hold, or of which one must.</summary>
    public sealed record Group(bool All, IReadOnlyList<Clauses> Parts) : Clauses;
}
