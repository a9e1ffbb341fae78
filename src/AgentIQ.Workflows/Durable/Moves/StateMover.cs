using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>
/// Rewrites a state of one version for another. The state names activities by their index, so each index, each array that a flowchart keeps by
/// connection or child, and each variable is brought to the target's graph. What this class does not know by name it refuses to move.
/// </summary>
internal sealed class StateMover(NodeMap map)
{
    private static readonly HashSet<string> Known =
    [
        "format", "executions", "bookmarks", "sequence", "tokens", "rootCompleted", "input", "output", "variables", "made", "outcomes",
        "running", "waiting", "effects", "incidents",
        // A child's own: they name other instances, not activities.
        "parent", "depth", "stimulus",
    ];

    private static readonly HashSet<string> KnownOfExecution = ["n", "node", "in", "faulted", "ended", "cancelled", "breaking", "inputs", "variables", "made", "state", "undelivered"];

    public MovedState Move(byte[]? state)
    {
        if (state is null)
        {
            var root = map.From.Root;
            return new MovedState(State: null, IsBusy: false, [new Standing(root.Id, map.To.Root.Id, StandingKind.NotStarted)], [], []);
        }

        var findings = new MoveFindings();
        var document = JsonNode.Parse(state)!.AsObject();
        if (document.ContainsKey("scheduled"))
        {
            return new MovedState(State: null, IsBusy: true, [], [], []);
        }

        foreach (var member in document.Where(p => !Known.Contains(p.Key)))
        {
            findings.Refuse($"its state has a part '{member.Key}' that this release cannot move");
        }

        var scopes = new ScopeMove(findings);
        scopes.Move(document, map.From.Variables, map.To.Variables, where: null);
        var running = (document["running"] as JsonArray ?? []).Select(e => e!.AsObject()).ToList();
        var places = running.ToDictionary(e => e["n"]!.GetValue<int>(), e => map.From.Nodes[e["node"]!.GetValue<int>()]);
        var standing = Standings(document, running, places);
        foreach (var execution in running)
        {
            MoveExecution(execution, running, places, scopes, findings);
        }

        foreach (var incident in (document["incidents"] as JsonArray ?? []).Select(i => i!.AsObject()))
        {
            MoveIncident(incident, places, findings);
        }

        return new MovedState(
            findings.Reasons.Count == 0 ? Encoding.UTF8.GetBytes(document.ToJsonString(WorkflowJson.Options)) : null, IsBusy: false, standing, findings.Reasons, findings.Notes);
    }

    private void MoveExecution(JsonObject execution, List<JsonObject> running, Dictionary<int, Node> places, ScopeMove scopes, MoveFindings findings)
    {
        var node = places[execution["n"]!.GetValue<int>()];
        foreach (var member in execution.Where(p => !KnownOfExecution.Contains(p.Key)))
        {
            findings.Refuse($"the state of '{node.Id}' has a part '{member.Key}' that this release cannot move");
        }

        if (map[node] is not { } target)
        {
            findings.Refuse($"{Describe(node, execution)}: {map.WhyNot(node)}");
            return;
        }

        if (execution["in"] is { } container && !IsInPlace(node, target, places[container.GetValue<int>()]))
        {
            findings.Refuse($"'{node.Id}' is inside '{node.Parent?.Id}', but in version {map.To.Version} it is inside {(target.Parent is null ? "nothing" : $"'{target.Parent.Id}'")}{(target.Parent == map[node.Parent!] ? " at another port" : string.Empty)}");
            return;
        }

        execution["node"] = target.Index;
        scopes.Move(execution, node.Variables, target.Variables, node.Id);
        if (execution["inputs"] is JsonArray inputs)
        {
            execution["inputs"] = InputMove.Move(inputs, node, target, findings);
        }

        if (execution["state"] is { } state && node.Descriptor.ClrType == typeof(Flowchart))
        {
            var number = execution["n"]!.GetValue<int>();
            var active = running.Where(e => e["in"]?.GetValue<int>() == number && e["ended"] is null && e["cancelled"] is null).Select(e => places[e["n"]!.GetValue<int>()]).ToList();
            execution["state"] = new FlowMove(map, node, target, active, findings).Move(state);
        }
    }

    private void MoveIncident(JsonObject incident, Dictionary<int, Node> places, MoveFindings findings)
    {
        var node = map.From.Nodes[incident["node"]!.GetValue<int>()];
        if (map[node] is { } target)
        {
            incident["node"] = target.Index;
        }
        else if (!places.ContainsValue(node))
        {
            findings.Refuse($"the open incident of '{node.Id}': {map.WhyNot(node)}");
        }
    }

    /// <summary>The same container, and the same kind of place in it.</summary>
    private bool IsInPlace(Node node, Node target, Node container) =>
        map[container] is { } around && target.Parent == around && PortOf(node) == PortOf(target);

    private static string? PortOf(Node node) =>
        node.ChildIndex >= 0 ? null : node.Parent?.Ports.FirstOrDefault(p => p.Value == node).Key ?? string.Empty;

    private List<Standing> Standings(JsonObject document, List<JsonObject> running, Dictionary<int, Node> places)
    {
        var effects = (document["effects"] as JsonArray ?? []).Select(e => e![1]!.GetValue<int>()).ToHashSet();
        var standing = new List<Standing>();
        foreach (var execution in running)
        {
            var node = places[execution["n"]!.GetValue<int>()];
            var faulted = execution["faulted"] is not null;
            if (faulted || node.Descriptor.Kind is ActivityKind.Wait or ActivityKind.Effect)
            {
                var kind = faulted ? StandingKind.Faulted : effects.Contains(execution["n"]!.GetValue<int>()) ? StandingKind.Effect : StandingKind.Waiting;
                standing.Add(new Standing(node.Id, map[node]?.Id, kind));
            }
        }

        return standing;
    }

    private static string Describe(Node node, JsonObject execution) =>
        execution["faulted"] is not null ? "it has failed at an activity that has no counterpart"
        : node.Descriptor.Kind switch
        {
            ActivityKind.Effect => "an effect is under way for an activity that has no counterpart",
            ActivityKind.Container => "it is inside a container that has no counterpart",
            _ => "it waits at an activity that has no counterpart",
        };
}
