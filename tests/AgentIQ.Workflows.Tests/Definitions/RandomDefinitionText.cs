using System.Globalization;
using System.Text;

namespace AgentIQ.Workflows.Tests.Definitions;

/// <summary>Writes definitions that nobody would write: unknown properties at every level, odd numbers, nulls, Cyrillic, any white space.</summary>
internal sealed class RandomDefinitionText(int seed)
{
    private static readonly string[] Numbers = ["1", "1.0", "1e3", "-0", "0.10", "1E+2", "12345678901234567890", "3.141592653589793238462643"];
    private static readonly string[] Texts = ["\"\"", "\"да\"", "\"a\\u0041\"", "\"\\u0436\"", "\"</script>\"", "\"кавычка \\\" и \\\\\"", "\"\\uD83D\\uDE00\"", "\"😀\""];
    private static readonly string[] Types = ["Elsa.WriteLine", "Elsa.WriteLine", "Elsa.FlowDecision", "No.Such", "Elsa.Sequence", "Elsa.Flowchart", "Elsa.If"];

    private readonly Random _random = new(seed);
    private int _ids;

    public string Definition()
    {
        var properties = new List<string>();
        Maybe(properties, "$schema", "\"https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json\"");
        Maybe(properties, "id", Pick("null", "\"old\""));
        properties.Add(Property("definitionId", "\"rnd\""));
        properties.Add(Property("name", Text()));
        Maybe(properties, "version", Pick("1", "7", "1.0"));
        Maybe(properties, "createdAt", "\"0001-01-01T00:00:00+00:00\"");
        Maybe(properties, "isLatest", Pick("true", "false", "null"));
        foreach (var name in (string[])["variables", "inputs", "outputs", "outcomes"])
        {
            Maybe(properties, name, Pick("null", "[]", "[ ]"));
        }

        Maybe(properties, "customProperties", Pick("null", "{}", Anything(2)));
        Maybe(properties, "options", Pick("null", "{ \"usableAsActivity\": null, \"odd\": 1.0 }"));
        Maybe(properties, "links", Pick("null", "[]"));
        properties.Add(Property("root", Activity("Elsa.Flowchart", 0)));
        return Object(properties);
    }

    private string Activity(string type, int depth)
    {
        var properties = new List<string> { Property("id", $"\"n{_ids++}\""), Property("type", $"\"{type}\"") };
        Maybe(properties, "version", Pick("1", "1.0", "2", "99"));
        Maybe(properties, "nodeId", Text());
        Maybe(properties, "metadata", Anything(2));
        Maybe(properties, "customProperties", Pick("{}", Anything(1)));
        Maybe(properties, "text", "{ \"typeName\": null, \"expression\": { \"type\": \"Literal\", \"value\": " + Text() + " }, \"memoryReference\": null }");
        if (type is "Elsa.Flowchart" or "Elsa.Sequence")
        {
            properties.Add(Property("activities", Array([.. Enumerable.Range(0, depth > 2 ? 0 : _random.Next(4)).Select(_ => Activity(Types[_random.Next(Types.Length)], depth + 1))])));
        }
        else if (type == "Elsa.If" && depth < 3)
        {
            Maybe(properties, "then", Activity(Types[_random.Next(Types.Length)], depth + 1));
        }

        return Object(properties);
    }

    private void Maybe(List<string> properties, string name, string value)
    {
        if (_random.Next(3) > 0)
        {
            properties.Add(Property(name, value));
        }
    }

    private string Anything(int depth) => _random.Next(depth > 0 ? 5 : 3) switch
    {
        0 => Numbers[_random.Next(Numbers.Length)],
        1 => Text(),
        2 => Pick("null", "true", "false"),
        3 => Array([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Anything(depth - 1))]),
        _ => Object([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Property($"свойство{_random.Next(100).ToString(CultureInfo.InvariantCulture)}", Anything(depth - 1)))]),
    };

    private string Object(List<string> properties)
    {
        Maybe(properties, $"odd{_random.Next(10)}", Anything(properties.Count > 9 ? 0 : 1));
        var shuffled = properties.ToArray();
        _random.Shuffle(shuffled);
        return $"{{{Space()}{string.Join($"{Space()},{Space()}", shuffled)}{Space()}}}";
    }

    private string Array(string[] items) => $"[{Space()}{string.Join($",{Space()}", items)}{Space()}]";

    private string Property(string name, string value) => $"\"{name}\"{Space()}:{Space()}{value}";

    private string Space() => new StringBuilder().Insert(0, Pick("", "", " ", "\n", "\t", "\r\n  "), _random.Next(3)).ToString();

    private string Text() => Texts[_random.Next(Texts.Length)];

    private string Pick(params string[] options) => options[_random.Next(options.Length)];
}
