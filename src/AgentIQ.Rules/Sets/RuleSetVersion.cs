using System.Runtime.InteropServices;

namespace AgentIQ.Rules.Sets;

/// <summary>Which version of a set decided.</summary>
/// <param name="Origin">Whose version it is.</param>
/// <param name="Number">Its number, from 1 for each set and owner; 0 for a file that is in no database.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RuleSetVersion(RuleSetOrigin Origin, int Number)
{
    /// <summary>A file that is in no database.</summary>
    public static RuleSetVersion OfFile { get; } = new(RuleSetOrigin.File, 0);

    /// <summary>The version as it is stored and shown, such as <c>platform-3</c>.</summary>
    public override string ToString() => Origin == RuleSetOrigin.File ? "file" : $"{Origin.ToString().ToLowerInvariant()}-{Number}";
}
