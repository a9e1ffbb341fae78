namespace AgentIQ.Rules.Conditions;

/// <summary>What a condition asks of a field. The list is closed; <see cref="OperatorTable"/> says which suit a type.</summary>
public enum Operator
{
    /// <summary>Equal to the value.</summary>
    Equal,

    /// <summary>Known and different from the value.</summary>
    NotEqual,

    /// <summary>One of the values.</summary>
    In,

    /// <summary>Known and none of the values.</summary>
    NotIn,

    /// <summary>Less than the value.</summary>
    Less,

    /// <summary>Less than the value or equal to it.</summary>
    LessOrEqual,

    /// <summary>Greater than the value.</summary>
    Greater,

    /// <summary>Greater than the value or equal to it.</summary>
    GreaterOrEqual,

    /// <summary>From the first value to the second, both included.</summary>
    Between,

    /// <summary>A moment that is not in the future and no longer ago than the duration.</summary>
    Within,

    /// <summary>The set has this value.</summary>
    Has,

    /// <summary>The set has at least one of the values.</summary>
    HasAny,

    /// <summary>The set has every one of the values.</summary>
    HasAll,

    /// <summary>The set has none of the values.</summary>
    HasNone,

    /// <summary>The text contains the phrase, its words in any form.</summary>
    Contains,

    /// <summary>The text contains at least one of the phrases.</summary>
    ContainsAny,

    /// <summary>The raw text matches the regular expression (non-backtracking, case-insensitive).</summary>
    Matches,

    /// <summary>Whether the field has a value at all; never unknown itself.</summary>
    IsKnown,
}
