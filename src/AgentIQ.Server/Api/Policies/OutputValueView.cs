using System.Text.Json;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies;

/// <summary>What a set put out, as people read it.</summary>
/// <param name="Output">The output's name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Value">Its value in words.</param>
public sealed record OutputValueView(string Output, string Title, string Value)
{
    /// <summary>The outputs of a JSON object, in the order in which the set declares them.</summary>
    internal static IReadOnlyList<OutputValueView> Of(FactCatalogue outputs, string json, Language language)
    {
        using var document = JsonDocument.Parse(json);
        var values = document.RootElement;
        return
        [
            .. outputs.Fields
                .Where(field => values.TryGetProperty(field.Name, out _))
                .Select(field => new OutputValueView(field.Name, field.Title.In(language), ValueWords.Of(field, values.GetProperty(field.Name)).In(language))),
        ];
    }
}
