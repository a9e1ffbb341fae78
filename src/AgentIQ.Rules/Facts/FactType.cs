namespace AgentIQ.Rules.Facts;

/// <summary>What kind of value a fact or an output holds. The operators of a condition are fixed per kind.</summary>
public enum FactType
{
    /// <summary>Words of a person, prepared once as <see cref="Text.RussianText"/>.</summary>
    Text,

    /// <summary>An exact string such as a product's article; compared ordinally.</summary>
    String,

    /// <summary>One of a closed list of values.</summary>
    Enum,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A number with at most six digits after the point.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>Any number of values of a closed list of at most 64.</summary>
    Set,

    /// <summary>A length of time: <c>30m</c>, <c>12h</c>, <c>3d</c> or ISO 8601 (<c>PT30M</c>).</summary>
    Duration,

    /// <summary>A moment in time, ISO 8601 with its offset.</summary>
    Instant,

    /// <summary>A sentence in Russian and in English. For outputs only: no operator reads it.</summary>
    Localized,
}
