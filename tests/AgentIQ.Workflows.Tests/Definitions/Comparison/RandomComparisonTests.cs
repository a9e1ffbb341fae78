using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions.Comparison;
using AgentIQ.Workflows.Tests.Reference;

namespace AgentIQ.Workflows.Tests.Definitions.Comparison;

/// <summary>What must hold for every definition.</summary>
public sealed class RandomComparisonTests
{
    private const int Definitions = 300;

    [Fact]
    public void A_definition_does_not_differ_from_itself_however_it_is_spelled()
    {
        for (var seed = 0; seed < Definitions; seed++)
        {
            var definition = new RandomDefinition(new Random(seed)).Make();
            DefinitionComparer.Compare(definition.ToJsonString(), Shuffled(definition, new Random(seed)).ToJsonString()).ShouldBeEmpty($"seed {seed}");
            var text = new RandomDefinitionText(seed).Definition();
            DefinitionComparer.Compare(text, text).ShouldBeEmpty($"text of seed {seed}");
        }
    }

    [Fact]
    public void Removing_one_activity_is_its_removal_and_that_of_its_connections()
    {
        for (var seed = 0; seed < Definitions; seed++)
        {
            var random = new Random(seed);
            var before = new RandomDefinition(random).Make();
            var after = before.DeepClone().AsObject();
            var flowcharts = Flowcharts(after["root"]!.AsObject()).Where(f => f["activities"]!.AsArray().Count > 0).ToList();
            if (flowcharts.Count == 0)
            {
                continue;
            }

            var flowchart = flowcharts[random.Next(flowcharts.Count)];
            var activities = flowchart["activities"]!.AsArray();
            var removed = activities[random.Next(activities.Count)]!.AsObject();
            var id = removed["id"]!.GetValue<string>();
            activities.Remove(removed);
            var lines = new List<string> { $"Removed Activity {id}" };
            foreach (var connection in flowchart["connections"]!.AsArray().OfType<JsonObject>().Where(c => End(c, "source") == id || End(c, "target") == id).ToList())
            {
                flowchart["connections"]!.AsArray().Remove(connection);
                lines.Add($"Removed Connection {End(connection, "source")} {connection["source"]!["port"]?.GetValue<string>() ?? "Done"} > {End(connection, "target")}");
            }

            Lines.Compare(before.ToJsonString(), after.ToJsonString()).Select(l => l.Split(" with ")[0]).ShouldBe(lines.Distinct(), ignoreOrder: true, $"seed {seed}");
        }
    }

    private static string End(JsonObject connection, string side) => connection[side]!["activity"]!.GetValue<string>();

    private static IEnumerable<JsonObject> Flowcharts(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(p => Flowcharts(p.Value)).Concat(item["type"]?.ToString() == "Elsa.Flowchart" && item["connections"] is JsonArray ? [item] : []),
        JsonArray list => list.SelectMany(Flowcharts),
        _ => [],
    };

    /// <summary>Other order of properties, and of the lists of flowcharts, where it has no meaning.</summary>
    private static JsonNode Shuffled(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject item:
                var properties = item.ToArray();
                random.Shuffle(properties);
                var copy = new JsonObject(properties.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Shuffled(p.Value, random))));
                if (item["type"]?.ToString() == "Elsa.Flowchart")
                {
                    foreach (var list in (string[])["activities", "connections"])
                    {
                        var items = copy[list]!.AsArray().Select(i => i!.DeepClone()).ToArray();
                        random.Shuffle(items);
                        copy[list] = new JsonArray(items);
                    }
                }

                return copy;
            case JsonArray list:
                return new JsonArray([.. list.Select(i => i is null ? null : Shuffled(i, random))]);
            default:
                return node.DeepClone();
        }
    }
}
