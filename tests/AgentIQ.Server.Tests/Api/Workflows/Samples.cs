using System.Text.Json;

namespace AgentIQ.Server.Tests.Api.Workflows;

/// <summary>Small definitions.</summary>
internal static class Samples
{
    /// <summary>Asks a script that fails, and goes on by its answer.</summary>
    public static readonly string Asking = Flow(
        "asking",
        "Спросить",
        [
            Activity("ask", "Elsa.FlowDecision", "Стоит ли отвечать?", ("condition", Script("missing.answer > 1"))),
            Activity("yes", "Elsa.WriteLine", null, ("text", Literal("yes"))),
            Activity("no", "Elsa.WriteLine", null, ("text", Literal("no"))),
        ],
        ["ask.True>yes", "ask.False>no"]);

    /// <summary>Waits for an event.</summary>
    public static readonly string Waiting = Flow("waiting", "Ждать", [Activity("wait", "Elsa.Event", "Ждать покупателя", ("eventName", Literal("Go")))], []);

    /// <summary>Ends at once.</summary>
    public static readonly string Ending = Flow("ending", null, [Activity("end", "Elsa.WriteLine", null, ("text", Literal("end")))], []);

    /// <summary>Starts the one that ends at once, which fails while that is not published, and then waits; only one instance at a time.</summary>
    public static readonly string Starting = Flow(
        "starting",
        "Начать другой",
        [Activity("start", "Elsa.DispatchWorkflow", "Начать", ("workflowDefinitionId", Literal("ending"))), Activity("wait", "Elsa.Event", null, ("eventName", Literal("Go")))],
        ["start>wait"],
        new { activationStrategyType = "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime" });

    /// <param name="id">The definition.</param>
    /// <param name="name">Its name.</param>
    /// <param name="activities">Its activities.</param>
    /// <param name="connections"><c>source[.Port]&gt;target</c>.</param>
    /// <param name="options">Such as strategies.</param>
    public static string Flow(string id, string? name, Dictionary<string, object>[] activities, string[] connections, object? options = null) => JsonSerializer.Serialize(new
    {
        definitionId = id,
        name,
        description = "Проба",
        options = options ?? new { },
        root = new
        {
            id = "flow",
            type = "Elsa.Flowchart",
            activities,
            connections = connections.Select(c => c.Split('>')).Select(ends => new
            {
                source = new { activity = ends[0].Split('.')[0], port = ends[0].Split('.').ElementAtOrDefault(1) ?? "Done" },
                target = new { activity = ends[1], port = "In" },
            }),
        },
    });

    public static Dictionary<string, object> Activity(string id, string type, string? displayText, params (string Name, object Value)[] inputs)
    {
        var activity = new Dictionary<string, object> { ["id"] = id, ["type"] = type };
        if (displayText is not null)
        {
            activity["metadata"] = new { displayText };
        }

        foreach (var (name, value) in inputs)
        {
            activity[name] = value;
        }

        return activity;
    }

    public static object Literal(string value) => new { expression = new { type = "Literal", value } };

    public static object Script(string value) => new { expression = new { type = "JavaScript", value } };
}
