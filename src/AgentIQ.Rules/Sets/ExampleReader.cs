using System.Text.Json;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Sets;

/// <summary>Reads the examples of a set.</summary>
internal static class ExampleReader
{
    public static IReadOnlyList<RuleSetExample> Read(JsonPlace root, FactCatalogue facts, FactCatalogue outputs)
    {
        List<RuleSetExample> examples = [];
        foreach (var place in root.List("examples", required: false, "list the examples"))
        {
            if (!place.IsObject("name", "now", "facts", "outputs", "rows"))
            {
                continue;
            }

            var name = place.RequiredText("name", "say what the example shows");
            var known = new FactValues(facts, Now(place));
            if (place.TryGet("facts", out var given))
            {
                FactValuesReader.Read(given, known);
            }

            var expected = place.TryGet("outputs", out var outcome) ? OutputReader.ReadValues(outcome, outputs) : [];
            List<string>? rows = place.TryGet("rows", out _)
                ? [.. place.List("rows", required: true, "list the ids").Select(row => row.Text("write a row's id") ?? "")]
                : null;
            examples.Add(new RuleSetExample(name ?? "", place.Path, known, expected, rows));
        }

        return examples;
    }

    private static DateTimeOffset? Now(JsonPlace place)
    {
        if (!place.TryGet("now", out var now))
        {
            return null;
        }

        return FactValueReader.Number(new FactField("now", FactType.Instant), now) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }
}
