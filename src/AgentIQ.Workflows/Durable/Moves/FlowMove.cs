using System.Text.Json.Nodes;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>
/// Brings what a flowchart remembers to the target's connections and children. A connection is the same when its source, its port and its target are.
/// A new one counts as not yet visited in the round that its target is in; one that is gone is forgotten. A join that waits for all ways in
/// is refused when, because of the move, one of them could never be taken any more.
/// </summary>
internal sealed class FlowMove(NodeMap map, Node from, Node to, IReadOnlyList<Node> active, MoveFindings findings)
{
    private FlowchartPlan Old => from.Flow!;

    private FlowchartPlan New => to.Flow!;

    public JsonNode Move(JsonNode state) => state is JsonArray counters ? MoveCounters(counters) : MoveTokens(state.AsObject());

    private JsonArray MoveCounters(JsonArray state)
    {
        var numbers = state.Select(n => n!.GetValue<int>()).ToArray();
        var connections = Old.Connections.Length;
        var before = new FlowCounters(Old, Old.From(numbers[0]), numbers[1..(connections + 1)], numbers[(connections + 1)..((2 * connections) + 1)], numbers[((2 * connections) + 1)..]);
        if (StartOf(numbers[0]) is not { } start)
        {
            return [];
        }

        var after = FlowCounters.Empty(New, New.From(start));
        for (var child = 0; child < New.ChildCount; child++)
        {
            after.Runs[child] = map.SourceOf(to.Children[child]) is { } was && was.Parent == from ? before.Runs[was.ChildIndex] : 0;
        }

        var same = SameConnections();
        foreach (var connection in New.Connections)
        {
            var was = same[connection.Index];
            // What led back counted on its own; as a way forward it begins with the round that its target is in.
            var counts = was is not null && before.Routes.IsBackward(was) == after.Routes.IsBackward(connection);
            after.Visits[connection.Index] = counts ? before.Visits[was!.Index] : after.Runs[connection.Target];
            after.Followed[connection.Index] = counts ? before.Followed[was!.Index] : 0;
        }

        RefuseWhatCannotGoOn(before, after);
        return new JsonArray([start, .. after.Visits, .. after.Followed, .. after.Runs]);
    }

    private JsonObject MoveTokens(JsonObject state)
    {
        var start = StartOf(state["start"]!.GetValue<int>());
        var tokens = new JsonArray();
        var same = SameConnections();
        foreach (var token in state["tokens"]!.AsArray().Select(t => t!.GetValue<int>()).Chunk(2))
        {
            var index = Array.FindIndex(same, was => was?.Index == token[0]);
            if (index >= 0)
            {
                tokens.Add(index);
                tokens.Add(token[1]);
            }
            else if (token[1] == (int)TokenKind.Live)
            {
                var connection = Old.Connections[token[0]];
                findings.Refuse($"a token stands between '{from.Children[connection.Source].Id}' and '{from.Children[connection.Target].Id}', which are not connected like that in the new version");
            }
        }

        return new JsonObject { ["start"] = start ?? 0, ["tokens"] = tokens };
    }

    private int? StartOf(int start)
    {
        if (map[from.Children[start]] is { } child && child.Parent == to)
        {
            return child.ChildIndex;
        }

        if (start == Old.DefaultStart && New.ChildCount > 0)
        {
            return New.DefaultStart;
        }

        findings.Refuse($"'{from.Id}' began at '{from.Children[start].Id}', which is not in the new version");
        return null;
    }

    /// <summary>By the target's connection: the one that it was, or null.</summary>
    private Connection?[] SameConnections()
    {
        var left = Old.Connections.ToList();
        return Array.ConvertAll(New.Connections, connection =>
        {
            var source = map.SourceOf(to.Children[connection.Source]);
            var target = map.SourceOf(to.Children[connection.Target]);
            var was = left.Find(c => c.Port == connection.Port && from.Children[c.Source] == source && from.Children[c.Target] == target);
            if (was is not null)
            {
                left.Remove(was);
            }

            return was;
        });
    }

    private void RefuseWhatCannotGoOn(FlowCounters before, FlowCounters after)
    {
        var activeBefore = active.Where(n => n.Parent == from).Select(n => n.ChildIndex).ToList();
        var activeAfter = active.Select(n => map[n]).OfType<Node>().Where(n => n.Parent == to).Select(n => n.ChildIndex).ToList();
        foreach (var child in to.Children.Where(WaitsForAll))
        {
            var was = map.SourceOf(child);
            if (after.IsStuck(child.ChildIndex, activeAfter) && !(was is not null && was.Parent == from && before.IsStuck(was.ChildIndex, activeBefore)))
            {
                findings.Refuse($"the join '{child.Id}' waits for all its ways in, and one that the new version has could not be taken any more: what leads there has run already");
            }
        }
    }

    private static bool WaitsForAll(Node node) =>
        FlowJoin.Is(node) && Array.Find(node.Inputs, i => i.Input.Name == nameof(FlowJoin.Mode))?.Expression is ConstantExpression { Value: { } mode }
        && string.Equals(ValueConverter.Text(mode).Trim(), nameof(FlowJoinMode.WaitAll), StringComparison.OrdinalIgnoreCase);
}
