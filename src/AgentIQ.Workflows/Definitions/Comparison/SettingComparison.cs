using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>
/// Compares <c>customProperties</c> and <c>options</c> name by name, unknown ones too: whoever wrote them there meant something. What says
/// nothing (null, false, empty) is the same as what is not there.
/// </summary>
internal static class SettingComparison
{
    /// <summary>The server's and the designer's own notes.</summary>
    private static readonly HashSet<string> Notes = new(StringComparer.Ordinal) { "agentiqRevision", "VariableTestValues" };

    public static IEnumerable<DefinitionChange> Compare(JsonElement? before, JsonElement? after) =>
        Names(before).Union(Names(after), StringComparer.Ordinal).Where(n => !Notes.Contains(n)).Order(StringComparer.Ordinal)
            .SelectMany(name => Changes.Setting(name, Read(before, name), Read(after, name)));

    /// <summary>The class's name of what Elsa names by .NET type: only it counts.</summary>
    public static string? ClassOf(string? typeName) => typeName?.Split(',')[0].Split('.')[^1];

    private static IEnumerable<string> Names(JsonElement? owner) =>
        owner is { ValueKind: JsonValueKind.Object } given ? given.EnumerateObject().Select(p => p.Name) : [];

    private static string? Read(JsonElement? owner, string name)
    {
        var said = CanonicalJson.OfSetting(owner?.Get(name));
        return name.EndsWith("StrategyType", StringComparison.Ordinal) ? ClassOf(said) : said;
    }
}
