using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>
/// Says what is different in another text of the same definition, as its author would say it. What does not change how the workflow runs or
/// reads is no difference: node ids, the order of lists that have none, the spelling of numbers, sizes on the canvas, bends of connections.
/// </summary>
public static class DefinitionComparer
{
    /// <summary>Compares two definitions. Activities belong together by their ids.</summary>
    /// <param name="before">The earlier one's JSON.</param>
    /// <param name="after">The later one's JSON.</param>
    /// <returns>
    /// First what the workflow itself declares, then the activities in flow order, then the connections in the order of their sources, then one
    /// line for all that only moved. Empty when nothing is different.
    /// </returns>
    /// <exception cref="JsonException">A text is not JSON.</exception>
    public static IReadOnlyList<DefinitionChange> Compare(string before, string after)
    {
        var (first, second) = (Outline.Read(before), Outline.Read(after));
        var order = FlowOrder.Merge(first.Activities.Select(a => a.Key), second.Activities.Select(a => a.Key));
        var moved = new List<ActivityReference>();
        List<DefinitionChange> changes =
        [
            .. DeclarationComparison.Compare(first, second),
            .. order.SelectMany(key => ActivityComparison.Compare(first, second, key, moved)),
            .. ConnectionComparison.Compare(first, second, order),
        ];
        if (moved.Count > 0)
        {
            changes.Add(new DefinitionChange(ChangeKind.Moved, ChangeSubject.Activity) { Moved = moved });
        }

        return changes;
    }
}
