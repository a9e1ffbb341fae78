namespace AgentIQ.Simulator.Wildberries.Faults;

/// <summary>Paths in faults and gates: exact, or a beginning followed by a star.</summary>
internal static class PathPattern
{
    public static bool Matches(string pattern, string path) => pattern.EndsWith('*')
        ? path.StartsWith(pattern[..^1], StringComparison.Ordinal)
        : string.Equals(path, pattern, StringComparison.Ordinal);
}
