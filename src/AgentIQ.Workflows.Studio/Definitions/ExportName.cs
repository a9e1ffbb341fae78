using System.Text;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>The name of an exported file: <c>workflow-definition-{name}.json</c>, with what no file system allows replaced.</summary>
internal static class ExportName
{
    private const int MaxName = 100;

    public static string Of(DefinitionVersionSummary version) => $"{Stem(version)}.json";

    /// <summary>Of one of several that have the same name.</summary>
    public static string Unique(DefinitionVersionSummary version) => $"{Stem(version)}-{Safe(version.VersionId)}.json";

    private static string Stem(DefinitionVersionSummary version) => $"workflow-definition-{Safe(string.IsNullOrWhiteSpace(version.Name) ? version.DefinitionId : version.Name)}";

    private static string Safe(string name)
    {
        var safe = new StringBuilder();
        foreach (var rune in name.Trim().EnumerateRunes().Take(MaxName))
        {
            safe.Append(Rune.IsControl(rune) || (rune.IsAscii && "\\/:*?\"<>|".Contains((char)rune.Value, StringComparison.Ordinal)) ? "-" : rune.ToString());
        }

        return safe.ToString();
    }
}
