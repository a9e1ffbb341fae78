using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Starts a workflow every so often; in mid-flow it waits that long once.</summary>
[Activity("Elsa.Timer", Category = "Scheduling", Description = "Starts a workflow at a regular interval, or waits that long.", IsTrigger = true)]
internal sealed class Timer : TimeTrigger
{
    [Input(Description = "How long, as [d.]hh:mm:ss; at least a second.", DefaultValue = "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    public override Schedule Schedule => Schedule.Every(Interval);
}
