using System.Text.RegularExpressions;

namespace AgentIQ.Workflows.InMemory.Cases;

/// <summary>Makes texts comparable between runs.</summary>
public static partial class InstanceIds
{
    /// <summary>Puts <c>&lt;instanceId&gt;</c> in the place of every instance's id.</summary>
    public static string Hide(string text, IEnumerable<InMemoryInstance> instances)
    {
        var ids = instances.Select(i => i.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        return Guids().Replace(text, found => ids.Contains(found.Value) ? "<instanceId>" : found.Value);
    }

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Guids();
}
