namespace AgentIQ.Rules.Conditions;

/// <summary>A condition as data: a tree of <c>all</c>, <c>any</c> and <c>not</c> over questions about fields.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>Every question of the tree, in its order.</summary>
    public IEnumerable<FieldCondition> Questions() => this switch
    {
        FieldCondition field => [field],
        AllCondition all => all.Parts.SelectMany(part => part.Questions()),
        AnyCondition any => any.Parts.SelectMany(part => part.Questions()),
        NotCondition not => not.Part.Questions(),
        _ => [],
    };
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
public sealed record FieldCondition(FieldReference Reference, Operator Operator, Operand Operand) : Condition;
