using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>When a join goes on.</summary>
internal enum FlowJoinMode
{
    /// <summary>When every way in was taken; never when one was not.</summary>
    WaitAll,

    /// <summary>When every way in that is still alive was taken.</summary>
    WaitAllActive,

    /// <summary>At the first arrival; what has started on the other ways is cancelled.</summary>
    WaitAny,
}

/// <summary>Brings branches together. The flowchart reads the mode; the activity itself does nothing.</summary>
[Activity("Elsa.FlowJoin", Category = "Branching", DisplayName = "Join", Description = "Brings branches together.")]
internal sealed class FlowJoin : StepActivity
{
    public const FlowJoinMode DefaultMode = FlowJoinMode.WaitAny;

    [Input(Description = "WaitAny: the first branch goes on. WaitAll: all of them. WaitAllActive: all that were taken.", DefaultValue = nameof(FlowJoinMode.WaitAny))]
    public FlowJoinMode Mode { get; set; } = DefaultMode;

    public static bool Is(Node node) => node.Descriptor.ClrType == typeof(FlowJoin);

    /// <summary>The mode of a join, before it runs.</summary>
    public static FlowJoinMode ModeOf(Node join, ContainerContext flowchart)
    {
        var mode = Array.Find(join.Inputs, i => i.Input.Name == nameof(Mode));
        return mode is null ? DefaultMode : (FlowJoinMode)(flowchart.Burst.Evaluate(mode, flowchart.Execution) ?? DefaultMode);
    }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct) => ValueTask.CompletedTask;
}
