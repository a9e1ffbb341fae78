using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentIQ.Chaos.Load;

/// <summary>The workflows under test. Each ends with a Chaos.Count named <c>end</c>, its visible result.</summary>
internal static class ChaosDefinitions
{
    public const string End = "end";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChaosDefinition> All { get; } =
    [
        Sequence("straight", [], Count("a"), Count("b"), Count("c")),
        Sequence("waits", ["First", "Second"], Count("a"), Event("First"), Count("b"), Event("Second")),
        Sequence("timers", [], Count("a"), Delay("d1", 3), Count("b"), Delay("d2", 20), Count("c")),
        Sequence("effects", [], Count("a"), Outside("o1"), Count("b"), Outside("o2")),
        Sequence("loop", ["After"], Loop("each", "[1, 2, 3, 4]", Inner("body", Count("pass"), Outside("call"))), Event("After")),
        Sequence("nap loop", [], Loop("each", "[1, 2, 3]", Inner("body", Count("pass"), Delay("nap", 5)))),
        Sequence("stumbles", ["Later"], Count("a"), Of("stone", "Chaos.Stumble"), Event("Later")),
        Branches("branches", ["Left"]),
        Sequence("parent", [], Count("a"), Publish("tell", "Told"), Count("b")),
        Sequence("told", [], Trigger("Told"), Count("a"), Outside("o")),
    ];

    private static ChaosDefinition Sequence(string id, string[] stimuli, params JsonObject[] steps) =>
        new(id, Write(id, new JsonObject { ["id"] = "root", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. steps, Count(End)]) }), stimuli);

    /// <summary>Three branches, one waits for a stimulus, one for a time, one for the outside, and a join of all.</summary>
    private static ChaosDefinition Branches(string id, string[] stimuli)
    {
        JsonObject[] activities = [Count("s"), Event(stimuli[0]), Delay("d", 4), Outside("o"), Of("join", "Elsa.FlowJoin", ("mode", "WaitAll")), Count(End)];
        (string From, string To)[] connections = [("s", stimuli[0]), ("s", "d"), ("s", "o"), (stimuli[0], "join"), ("d", "join"), ("o", "join"), ("join", End)];
        return new ChaosDefinition(
            id,
            Write(id, new JsonObject
            {
                ["id"] = "root",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray([.. activities]),
                ["connections"] = JsonSerializer.SerializeToNode(connections.Select(c => new { source = new { activity = c.From, port = "Done" }, target = new { activity = c.To, port = "In" } })),
            }),
            stimuli);
    }

    private static JsonObject Count(string id) => Of(id, "Chaos.Count");

    private static JsonObject Outside(string id) => Of(id, "Chaos.Outside");

    private static JsonObject Event(string name) => Of(name, "Elsa.Event", ("eventName", name));

    private static JsonObject Trigger(string name)
    {
        var trigger = Event(name);
        trigger["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return trigger;
    }

    private static JsonObject Delay(string id, int seconds) => Of(id, "Elsa.Delay", ("timeSpan", TimeSpan.FromSeconds(seconds).ToString("c")));

    private static JsonObject Publish(string id, string name)
    {
        var publish = Of(id, "Elsa.PublishEvent", ("eventName", name));
        publish["correlationId"] = Expression("JavaScript", "getCorrelationId() + '/told'");
        return publish;
    }

    private static JsonObject Inner(string id, params JsonObject[] steps) => new() { ["id"] = id, ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray([.. steps]) };

    private static JsonObject Loop(string id, string items, JsonObject body)
    {
        var loop = new JsonObject { ["id"] = id, ["type"] = "Elsa.ForEach", ["version"] = 1, ["body"] = body };
        loop["items"] = Expression("JavaScript", items);
        return loop;
    }

    private static JsonObject Of(string id, string type, params (string Name, string Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
        {
            activity[name] = Expression("Literal", value);
        }

        return activity;
    }

    private static JsonObject Expression(string type, string value) =>
        new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static string Write(string id, JsonObject root) =>
        new JsonObject { ["definitionId"] = id, ["name"] = id, ["version"] = 1, ["variables"] = new JsonArray(), ["options"] = new JsonObject(), ["root"] = root }.ToJsonString();
}

/// <summary>A workflow under test.</summary>
/// <param name="Id">Its definition id.</param>
/// <param name="Json">The definition.</param>
/// <param name="Stimuli">The stimuli that each instance needs, once each; they may come in any order and before it.</param>
internal sealed record ChaosDefinition(string Id, string Json, IReadOnlyList<string> Stimuli);
