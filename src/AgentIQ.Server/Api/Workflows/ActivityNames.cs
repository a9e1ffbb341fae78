using AgentIQ.Server.Problems;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions.Comparison;

namespace AgentIQ.Server.Api.Workflows;

/// <summary>How people call activities and what belongs to them: the author's words first, then the palette's, then the definition's.</summary>
internal sealed class ActivityNames(ActivityRegistry registry)
{
    /// <summary>The language as the engine's texts are kept.</summary>
    public static string Code(Language language) => language is Language.En ? "en" : "ru";

    public string Of(ActivityReference activity, Language language) =>
        activity.DisplayText ?? TextOf(activity.Type, language)?.Name ?? activity.Name ?? activity.Id;

    /// <summary>The label of an input, or its name where the type is unknown.</summary>
    public string Input(string type, string name, Language language) =>
        TextOf(type, language)?.Inputs.FirstOrDefault(i => IsJsonName(name, i.Key)).Value?.Name ?? name;

    /// <summary>The label of an output, or its name where the type is unknown.</summary>
    public string Output(string type, string name, Language language) =>
        TextOf(type, language)?.Outputs.FirstOrDefault(o => IsJsonName(name, o.Key)).Value?.Name ?? name;

    /// <summary>The label of an outcome, or its name where the type does not declare it.</summary>
    public string Port(string type, string name, Language language) => TextOf(type, language)?.Ports.GetValueOrDefault(name) ?? name;

    private ActivityText? TextOf(string type, Language language) =>
        registry.Find(type, version: 1) is { } descriptor ? ActivityTexts.Of(descriptor, Code(language)) : null;

    /// <summary>A definition spells a property with its first letter in lower case.</summary>
    private static bool IsJsonName(string json, string property) => string.Equals(json, char.ToLowerInvariant(property[0]) + property[1..], StringComparison.Ordinal);
}
