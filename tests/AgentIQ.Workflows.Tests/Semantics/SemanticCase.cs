using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Semantics;

/// <summary>
/// A rule of elsa-studio-contract 5 as data: a definition, what comes from outside, and what must come of it. Any runner on any store can
/// run <see cref="Request"/> and ask <see cref="Difference"/>; both have the shapes of the recorded cases' README.
/// </summary>
/// <param name="Rule">The rule in words; unique.</param>
/// <param name="Definition">The definition as JSON.</param>
public sealed record SemanticCase(string Rule, string Definition)
{
    /// <summary>How flowcharts join branches.</summary>
    public FlowchartMode Mode { get; init; } = FlowchartMode.Counter;

    /// <summary>Workflow input.</summary>
    public object? Input { get; init; }

    /// <summary>Events that are published, again and again, to whoever waits for them; one that starts with <c>1:</c> only once.</summary>
    public string[] Events { get; init; } = [];

    /// <summary>What comes with each event.</summary>
    public object? Payload { get; init; }

    /// <summary>The activity that triggers the run.</summary>
    public string? Trigger { get; init; }

    /// <summary>Where the instance must end.</summary>
    public WorkflowSubStatus Ends { get; init; } = WorkflowSubStatus.Finished;

    /// <summary>The lines it must write, separated by blanks; null: not compared.</summary>
    public string? Lines { get; init; }

    /// <summary>The journal it must leave, as <c>activity:Event</c> separated by blanks, without a root flowchart; null: not compared.</summary>
    public string? Journal { get; init; }

    /// <summary>The activities of its incidents, separated by blanks.</summary>
    public string Incidents { get; init; } = "";

    /// <summary>Bookmarks that must be left.</summary>
    public int Bookmarks { get; init; }

    /// <summary>Final values of variables that matter, by name.</summary>
    public object? Variables { get; init; }

    /// <summary>Workflow outputs, all of them; null: not compared.</summary>
    public object? Output { get; init; }

    /// <summary>Outcomes that a Complete must have signalled, separated by blanks; null: not compared.</summary>
    public string? Outcomes { get; init; }

    public override string ToString() => $"{Rule} ({Mode})";

    /// <summary>The run as <c>workflow run --jsonl</c> reads it.</summary>
    public JsonObject Request() => new()
    {
        ["definitions"] = new JsonArray(JsonNode.Parse(Definition)),
        ["input"] = JsonSerializer.SerializeToNode(Input),
        ["stimuli"] = new JsonObject
        {
            ["trigger"] = Trigger,
            ["events"] = new JsonArray([.. Events.Select(e => (JsonNode)new JsonObject
            {
                ["name"] = e.StartsWith("1:", StringComparison.Ordinal) ? e[2..] : e,
                ["payload"] = JsonSerializer.SerializeToNode(Payload),
                ["once"] = e.StartsWith("1:", StringComparison.Ordinal),
            })]),
        },
        ["mode"] = Mode == FlowchartMode.Token ? "token" : "counter",
    };

    /// <summary>What a result, in the form of the recorded cases, has otherwise; null: nothing.</summary>
    public string? Difference(JsonObject result)
    {
        var found = new List<string>();
        Compare("subStatus", Ends.ToString(), result["subStatus"]?.GetValue<string>());
        Compare("lines", Lines, Joined(result["lines"], l => l!.GetValue<string>()));
        Compare("journal", Journal, Joined(result["journal"], e => $"{e!["activityId"]}:{e["eventName"]}"));
        Compare("incidents", Incidents, Joined(result["incidents"], i => i!["activityId"]!.GetValue<string>()));
        Compare("bookmarksLeft", Bookmarks.ToString(), result["bookmarksLeft"]?.ToString());
        Compare("outcomes", Outcomes, Joined(result["outcomes"], o => o!.GetValue<string>()));
        Compare("output", Output is null ? null : JsonSerializer.SerializeToNode(Output)!.ToJsonString(), result["output"]?.ToJsonString());
        foreach (var (name, value) in JsonSerializer.SerializeToNode(Variables)?.AsObject() ?? [])
        {
            Compare("variables." + name, value?.ToJsonString() ?? "null", result["variables"]?[name]?.ToJsonString() ?? "null");
        }

        return found.Count == 0 ? null : string.Join('\n', found.Prepend(Rule).Append(Definition));

        void Compare(string what, string? expected, string? actual)
        {
            if (expected is not null && expected != actual)
            {
                found.Add($"  {what}: expected {expected}\n  {new string(' ', what.Length)}       got {actual}");
            }
        }
    }

    private static string Joined(JsonNode? list, Func<JsonNode?, string> text) => string.Join(' ', list?.AsArray().Select(text) ?? []);
}
