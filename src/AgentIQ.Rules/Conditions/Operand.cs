using System.Text.RegularExpressions;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Conditions;

/// <summary>What a field is compared with, read and checked once.</summary>
public abstract record Operand
{
    private protected Operand()
    {
    }
}

/// <summary>The numbers (also enums, moments, durations) that satisfy the question.</summary>
/// <param name="Values">The satisfying numbers.</param>
public sealed record NumberOperand(IntervalSet Values) : Operand;

/// <summary>Members of a set, as bits.</summary>
/// <param name="Bits">Bit i is value i of the field's list.</param>
public sealed record MembersOperand(long Bits) : Operand;

/// <summary>Exact strings.</summary>
/// <param name="Values">The strings; compared ordinally.</param>
public sealed record StringsOperand(IReadOnlySet<string> Values) : Operand;

/// <summary>Phrases to look for in a text.</summary>
/// <param name="Patterns">The phrases.</param>
public sealed record PhrasesOperand(IReadOnlyList<TextPattern> Patterns) : Operand;

/// <summary>A regular expression over the raw text.</summary>
/// <param name="Expression">Compiled without backtracking, so its time is linear in the text.</param>
public sealed record RegexOperand(Regex Expression) : Operand;

/// <summary>A length of time.</summary>
/// <param name="Length">How long.</param>
public sealed record DurationOperand(TimeSpan Length) : Operand;

/// <summary>Whether a value is wanted.</summary>
/// <param name="Expected">True for "known".</param>
public sealed record KnownOperand(bool Expected) : Operand;
