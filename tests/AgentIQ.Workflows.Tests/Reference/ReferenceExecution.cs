using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Reference;

internal enum ReferenceStatus
{
    Running,
    Completed,
    Canceled,
    Faulted,
}

/// <summary>One execution of an activity.</summary>
internal sealed class ReferenceExecution(int number, JsonObject activity, ReferenceExecution? parent)
{
    public int Number { get; } = number;

    public JsonObject Activity { get; } = activity;

    public string Id { get; } = activity["id"]!.GetValue<string>();

    public string Type { get; } = activity["type"]!.GetValue<string>();

    public ReferenceExecution? Parent { get; } = parent;

    public ReferenceStatus Status { get; set; }

    public bool IsBreaking { get; set; }

    /// <summary>What a container does when a child of it completed with some outcomes.</summary>
    public Action<ReferenceExecution, string[]> ChildDone { get; set; } = (_, _) => throw new InvalidOperationException("This is no container.");

    public bool IsTerminal => Type is "Elsa.End" or "Elsa.Complete" or "Elsa.Finish" or "Elsa.Break";

    public bool IsAlive => Status is ReferenceStatus.Running or ReferenceStatus.Faulted;

    public IEnumerable<ReferenceExecution> Around
    {
        get
        {
            for (var around = Parent; around is not null; around = around.Parent)
            {
                yield return around;
            }
        }
    }
}

/// <summary>An activity's own failure.</summary>
internal sealed class ReferenceFault : Exception;
