using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Starts a workflow once at a time; in mid-flow it waits until then, and a time that has passed holds nothing up.</summary>
[Activity("Elsa.StartAt", Category = "Scheduling", DisplayName = "Start at", Description = "Starts a workflow once at a time, or waits until then.", IsTrigger = true)]
internal sealed class StartAt : TimeTrigger
{
    [Input(Description = "When; without an offset it is UTC.")]
    public DateTimeOffset? DateTime { get; set; }

    public override Schedule Schedule => DateTime is { } time ? Schedule.At(time) : throw new FormatException("Expected the time to start at, got nothing. Set Date time.");
}
