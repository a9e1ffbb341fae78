using System.Text.Json.Nodes;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>Makes random definitions: flowcharts with branches, joins of all kinds and loops, containers in containers, waits, faults and ends.</summary>
internal sealed class RandomDefinition(Random random)
{
    private static readonly string[] Merges = ["Stream", "Stream", "Merge", "Converge", "Cascade", "Race"];
    private static readonly string[] Joins = ["WaitAll", "WaitAllActive", "WaitAny"];

    private readonly List<string> _variables = [];
    private int _ids;
    private int _size;

    public JsonObject Make()
    {
        _size = random.Next(3, 40);
        var root = random.Next(5) == 0 ? Container(1) : Flowchart(1);
        var options = random.Next(2) == 0 ? ContinueWithIncidents : null;
        return JsonNode.Parse(Root(root, options, [.. _variables.Select(v => Variable(v, "Int32", "0"))]))!.AsObject();
    }

    private JsonObject Activity(int depth)
    {
        _size--;
        return random.Next(depth > 4 || _size <= 0 ? 10 : 16) switch
        {
            < 4 => Line(Id("l")),
            4 or 5 => Event(Id("e"), "Go"),
            6 or 7 => Plan(random.Next(8) == 0 ? "!" : "Done"),
            8 => random.Next(3) == 0 ? Of(Id("end"), Pick("Elsa.End", "Elsa.End", "Elsa.Complete", "Elsa.Finish", "Elsa.Break")) : Line(Id("l")),
            9 => Plan(random.Next(6) == 0 ? "Done !" : "Done"),
            10 or 11 => Flowchart(depth + 1),
            _ => Container(depth + 1),
        };
    }

    private JsonObject Container(int depth) => random.Next(12) switch
    {
        < 3 => Sequence(Id("s"), Several(depth)),
        3 => If(Id("if"), Pick("true", "false"), Maybe(depth), Maybe(depth)),
        4 => Counting(depth),
        5 => For(Id("for"), 1, random.Next(0, 4), Maybe(depth)),
        6 => Of(Id("each"), "Elsa.ForEach", ("items", Literal("[1,2]")), ("body", Activity(depth))),
        7 => ParallelForEach(Id("peach"), Pick("[1,2]", "[1,2,3]", "[]"), Activity(depth)),
        8 or 9 => Parallel(Id("p"), Several(depth)),
        10 => Of(Id("fork"), "Elsa.Fork", ("joinMode", Pick("WaitAll", "WaitAny")), ("branches", Several(depth))),
        _ => Switch(Id("sw"), Pick("MatchFirst", "MatchAny"), Maybe(depth), ("A", Pick("true", "false"), Activity(depth)), ("B", Pick("true", "false"), Maybe(depth))),
    };

    private JsonObject Counting(int depth)
    {
        var name = Id("n");
        _variables.Add(name);
        return While(Id("w"), $"variables.{name} < {random.Next(1, 4)}", Sequence(Id("s"), [Of(Id("c"), "Test.Count", ("variable", Literal(name))), .. Several(depth)]));
    }

    /// <summary>A tree from the first activity, further ways forward between its nodes, and ways back that a plan takes a few times.</summary>
    private JsonObject Flowchart(int depth)
    {
        var count = random.Next(1, 10);
        var nodes = new List<JsonObject>();
        for (var i = 0; i < count; i++)
        {
            nodes.Add(i > 0 && random.Next(4) == 0 ? Join() : i > 0 && random.Next(4) == 0 ? Looping() : random.Next(8) == 0 ? Fork(Id("f"), "A", "B") : Activity(depth));
            if (random.Next(2) == 0)
            {
                nodes[i]["customProperties"] = new JsonObject { ["mergeMode"] = Merges[random.Next(Merges.Length)] };
            }
        }

        var links = new List<string>();
        for (var i = 1; i < count; i++)
        {
            links.Add($"{From(nodes[random.Next(i)])}>{nodes[i]["id"]}");
        }

        for (var extra = random.Next(count + 2); extra > 0; extra--)
        {
            var (a, b) = (random.Next(count), random.Next(count));
            if (a < b)
            {
                links.Add($"{From(nodes[a])}>{nodes[b]["id"]}");
            }
        }

        foreach (var looping in nodes.Where(n => n["outcomes"]?.ToJsonString().Contains("Back", StringComparison.Ordinal) is true).ToList())
        {
            links.Add($"{looping["id"]}.Back>{nodes[random.Next(nodes.IndexOf(looping) + 1)]["id"]}");
        }

        return Define.Flowchart(Id("flow"), [.. nodes], string.Join(' ', links.OrderBy(_ => random.Next())));
    }

    private string From(JsonObject node) => node["type"]!.GetValue<string>() == "Elsa.FlowFork" ? $"{node["id"]}.{Pick("A", "B")}" : $"{node["id"]}.{(random.Next(6) == 0 ? "Never" : "Done")}";

    private JsonObject Join() => Define.Join(Id("j"), Joins[random.Next(Joins.Length)]);

    private JsonObject Looping() => Plan(Pick("Back Done", "Back Back Done", "Done", "Done Back Done"));

    private JsonObject Plan(string outcomes)
    {
        var id = Id("d");
        _variables.Add(id);
        return Of(id, "Test.Plan", ("outcomes", Literal(outcomes)));
    }

    private object[] Several(int depth) => [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => (object)Activity(depth))];

    private JsonObject? Maybe(int depth) => random.Next(5) == 0 ? null : Activity(depth);

    private string Id(string kind) => $"{kind}{++_ids}";

    private string Pick(params string[] options) => options[random.Next(options.Length)];
}
