using System.Globalization;
using System.Text.Json;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows;

/// <summary>
/// Which state of a definition a page was given. It goes to the designer inside the definition's custom properties, because those come
/// back with a save; it is never stored and never in a file.
/// </summary>
/// <param name="VersionId">The version whose text the page was given.</param>
/// <param name="Change">The definition's last change at that time: <see cref="DefinitionVersionSummary.Change"/>.</param>
public sealed record DefinitionRevision(string VersionId, long Change)
{
    /// <summary>The custom property's name.</summary>
    public const string PropertyName = "agentiqRevision";

    /// <summary>The state that a version is in now.</summary>
    public static DefinitionRevision Of(DefinitionVersionSummary version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new DefinitionRevision(version.VersionId, version.Change);
    }

    /// <summary>Reads it from a definition that a page sends back. Null: it says none, as files do.</summary>
    /// <param name="definition">The definition's JSON.</param>
    public static DefinitionRevision? In(JsonElement definition) => definition.Get("customProperties")?.Text(PropertyName) is { } text ? Parse(text) : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{VersionId}/{Change}");

    private static DefinitionRevision? Parse(string text)
    {
        var slash = text.LastIndexOf('/');
        return slash > 0 && long.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var change)
            ? new DefinitionRevision(text[..slash], change)
            : null;
    }
}
