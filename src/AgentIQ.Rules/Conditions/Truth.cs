namespace AgentIQ.Rules.Conditions;

/// <summary>
/// Three-valued logic (Kleene): <c>all</c> is the least of its parts, <c>any</c> the greatest, <c>not</c> the mirror.
/// A row applies only when its condition is <see cref="True"/>.
/// </summary>
public enum Truth
{
    /// <summary>The facts say no.</summary>
    False = 0,

    /// <summary>The facts do not say.</summary>
    Unknown = 1,

    /// <summary>The facts say yes.</summary>
    True = 2,
}
