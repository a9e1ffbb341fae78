using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Flowcharts without loops that branch, join, nest and wait; every activity leads to the end, so a run with all its events ends.</summary>
internal sealed class RandomFlow(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _events = [];
    private int _count;

    public IReadOnlyList<string> Events => _events;

    public string Definition() => Define.Root(Flowchart(0), variables: [Define.Variable("n", "Int32", "0"), Define.Variable("lost", stored: false)]);

    /// <summary>The same definition with the activities and connections of every flowchart in another order.</summary>
    public string Shuffled(string definition)
    {
        var root = JsonNode.Parse(definition)!;
        Shuffle(root["root"]!.AsObject());
        return root.ToJsonString();
    }

    private JsonObject Flowchart(int depth)
    {
        var id = $"f{_count++}";
        var nodes = Enumerable.Range(0, _random.Next(2, 7)).Select(_ => Activity(depth)).ToArray();
        var connections = new List<string>();
        for (var target = 1; target < nodes.Length; target++)
        {
            foreach (var source in Enumerable.Range(0, target).OrderBy(_ => _random.Next()).Take(_random.Next(1, 3)))
            {
                var from = nodes[source];
                var port = from["type"]!.GetValue<string>() == "Elsa.FlowDecision" ? _random.Next(2) == 0 ? ".True" : ".False" : string.Empty;
                connections.Add($"{from["id"]}{port}>{nodes[target]["id"]}");
            }
        }

        return Define.Flowchart(id, nodes, string.Join(' ', connections));
    }

    private JsonObject Activity(int depth)
    {
        var id = $"a{_count++}";
        switch (_random.Next(depth < 2 ? 8 : 6))
        {
            case 0 or 1:
                _events.Add(id);
                return Define.Event(id, id);
            case 2:
                return Define.Decision(id, _random.Next(2) == 0 ? "true" : "variables.n > 1");
            case 3:
                return Define.Join(id, new[] { "WaitAny", "WaitAllActive", "WaitAll" }[_random.Next(3)]);
            case 4:
                return Define.Set(id, "n", "variables.n + 1");
            case 5:
                return Define.Line(id);
            case 6:
                return Define.Sequence(id, Activity(depth + 1), Activity(depth + 1));
            default:
                return Flowchart(depth + 1);
        }
    }

    private void Shuffle(JsonObject activity)
    {
        foreach (var name in (string[])["activities", "connections"])
        {
            if (activity[name] is JsonArray items && activity["type"]!.GetValue<string>() == "Elsa.Flowchart")
            {
                var copy = items.Select(i => i!.DeepClone()).ToArray();
                _random.Shuffle(copy);
                activity[name] = new JsonArray(copy);
            }
        }

        foreach (var child in activity["activities"] as JsonArray ?? [])
        {
            Shuffle(child!.AsObject());
        }
    }
}
