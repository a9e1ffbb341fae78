using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentIQ.Workflows.Activities;

/// <summary>
/// The texts of an assembly's activities in one language: its embedded resource <c>activity-texts.LANGUAGE.json</c>. English has none, it
/// stands in the attributes.
/// </summary>
internal sealed record ActivityTextFile
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    private static readonly ConcurrentDictionary<(Assembly Assembly, string Language), ActivityTextFile> Read = [];

    /// <summary>Groups, of the palette and of inputs.</summary>
    public IReadOnlyDictionary<string, string> Categories { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Outcomes and embedded ports that mean the same wherever they occur.</summary>
    public IReadOnlyDictionary<string, string> Ports { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>By type name.</summary>
    public IReadOnlyDictionary<string, Entry> Activities { get; init; } = new Dictionary<string, Entry>(StringComparer.Ordinal);

    /// <summary>The assembly's file; an empty one where it has none.</summary>
    public static ActivityTextFile Of(Assembly assembly, string language) => Read.GetOrAdd((assembly, language), static key => Open(key.Assembly, key.Language));

    private static ActivityTextFile Open(Assembly assembly, string language)
    {
        using var stream = assembly.GetManifestResourceStream($"activity-texts.{language}.json");
        return stream is null ? new ActivityTextFile() : JsonSerializer.Deserialize<ActivityTextFile>(stream, Reading)!;
    }

    /// <summary>One activity type.</summary>
    internal sealed record Entry
    {
        public required string Name { get; init; }

        public required string Description { get; init; }

        public IReadOnlyDictionary<string, Item> Inputs { get; init; } = new Dictionary<string, Item>(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, Item> Outputs { get; init; } = new Dictionary<string, Item>(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, string> Ports { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>One input or output.</summary>
    internal sealed record Item
    {
        public required string Name { get; init; }

        public required string Description { get; init; }

        public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    }
}
