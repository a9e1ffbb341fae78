using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>
/// A time, by one of the rules of a schedule. In mid-flow it is waited for; as a trigger (<c>canStartWorkflow</c>) of a published version
/// it starts instances.
/// </summary>
internal abstract class TimeTrigger : WaitActivity
{
    private const string Prefix = "schedule:";

    /// <summary>What the inputs say.</summary>
    /// <exception cref="FormatException">They do not say a time.</exception>
    public abstract Schedule Schedule { get; }

    /// <summary>The stimulus that starts the workflow here; sent by the schedule.</summary>
    public static string StimulusFor(string activityId) => Prefix + activityId;

    protected override IReadOnlyList<string> TriggerNamesAt(string activityId) => [StimulusFor(activityId)];

    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        if (Schedule.Following(context.Now, Zone(context))(context.Now) is { } due)
        {
            context.WaitUntil(due);
        }
        else
        {
            context.Complete();
        }

        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        context.Complete();
        return ValueTask.CompletedTask;
    }

    private static TimeZoneInfo Zone(WaitContext context) =>
        context.Execution.Node.Schedule.TimeZone
        ?? context.Burst.Instance.Workflow.Schedule.TimeZone
        ?? context.Services.GetService<WorkflowOptions>()?.TimeZone
        ?? TimeZoneInfo.Utc;
}
