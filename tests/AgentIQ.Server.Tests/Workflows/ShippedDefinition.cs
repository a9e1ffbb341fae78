using System.Text.Json.Nodes;

namespace AgentIQ.Server.Tests.Workflows;

/// <summary>A file of the folder <c>workflows</c>, as the tests look at it.</summary>
internal sealed class ShippedDefinition
{
    private ShippedDefinition(string file)
    {
        File = Path.GetFileName(file);
        Text = System.IO.File.ReadAllText(file);
        Json = JsonNode.Parse(Text)!.AsObject();
    }

    public static IReadOnlyList<ShippedDefinition> All { get; } =
        [.. Directory.EnumerateFiles(Repository.File("workflows"), "*.json").Order(StringComparer.Ordinal).Select(file => new ShippedDefinition(file))];

    public string File { get; }

    public string Text { get; }

    public JsonObject Json { get; }

    public string Id => Json["definitionId"]!.GetValue<string>();

    public string Name => Json["name"]!.GetValue<string>();

    public string? Description => Json["description"]?.GetValue<string>();

    public string[] Outcomes => [.. Json["outcomes"]!.AsArray().Select(outcome => outcome!.GetValue<string>())];

    public IReadOnlyList<ShippedActivity> Activities => [.. Json["root"]!["activities"]!.AsArray().Select(activity => new ShippedActivity(activity!.AsObject()))];

    public IReadOnlyList<ShippedConnection> Connections => [.. Json["root"]!["connections"]!.AsArray().Select(connection => new ShippedConnection(
        connection!["source"]!["activity"]!.GetValue<string>(),
        connection["source"]!["port"]!.GetValue<string>(),
        connection["target"]!["activity"]!.GetValue<string>(),
        connection["target"]!["port"]!.GetValue<string>()))];

    public static ShippedDefinition Of(string file) => All.Single(definition => definition.File == file);
}

/// <summary>One box.</summary>
internal sealed class ShippedActivity(JsonObject json)
{
    public string Id => json["id"]!.GetValue<string>();

    public string NodeId => json["nodeId"]!.GetValue<string>();

    public string Type => json["type"]!.GetValue<string>();

    public int Version => json["version"]!.GetValue<int>();

    public string? UsedDefinition => json["workflowDefinitionId"]?.GetValue<string>();

    public string? UsedVersion => json["workflowDefinitionVersionId"]?.GetValue<string>();

    public string? DisplayText => json["metadata"]!["displayText"]?.GetValue<string>();

    public string? Description => json["metadata"]!["description"]?.GetValue<string>();

    public double X => Designer("position", "x");

    public double Y => Designer("position", "y");

    public double Width => Designer("size", "width");

    public double Height => Designer("size", "height");

    private double Designer(string part, string value) => json["metadata"]!["designer"]![part]![value]!.GetValue<double>();
}

/// <summary>One line between two boxes.</summary>
internal sealed record ShippedConnection(string Source, string Port, string Target, string TargetPort);
