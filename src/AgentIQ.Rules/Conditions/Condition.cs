namespace AgentIQ.Rules.Conditions;

/// <summary>A condition as data: a tree of <c>all</c>, <c>any</c> and <c>not</c> over questions about fields.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>Every question of the tree, in its order.</summary>
    public IReadOnlyList<FieldCondition> Questions()
    {
        List<FieldCondition> questions = [];
        Add(this, questions);
        return questions;
    }

    private static void Add(Condition condition, List<FieldCondition> questions)
    {
        switch (condition)
        {
            case FieldCondition question:
                questions.Add(question);
                break;
            case NotCondition not:
                Add(not.Part, questions);
                break;
            case AllCondition { Parts: var parts }:
                Add(parts, questions);
                break;
            case AnyCondition { Parts: var parts }:
                Add(parts, questions);
                break;
        }
    }

    private static void Add(IReadOnlyList<Condition> parts, List<FieldCondition> questions)
    {
        for (var part = 0; part < parts.Count; part++)
        {
            Add(parts[part], questions);
        }
    }
}

/// <summary>True when every part is true; with no parts always true.</summary>
/// <param name="Parts">The parts, asked in order.</param>
public sealed record AllCondition(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>True when at least one part is true.</summary>
/// <param name="Parts">The parts, asked in order.</param>
public sealed record AnyCondition(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>True when the part is false; unknown stays unknown.</summary>
/// <param name="Part">The part.</param>
public sealed record NotCondition(Condition Part) : Condition;

/// <summary>One question about one field.</summary>
/// <param name="Reference">The field.</param>
/// <param name="Operator">What is asked.</param>
/// <param name="Operand">What it is compared with.</param>
public sealed record FieldCondition(FieldReference Reference, Operator Operator, Operand Operand) : Condition
{
    /// <summary>The id of the column whose cell asks this; null in a free condition.</summary>
    public string? Cell { get; init; }

    /// <summary>What the field is compared with, as JSON exactly as it was written.</summary>
    public string Written { get; init; } = "null";

    /// <summary>Where it stands in the document, as a JSON path.</summary>
    public string Path { get; init; } = "$";
}
