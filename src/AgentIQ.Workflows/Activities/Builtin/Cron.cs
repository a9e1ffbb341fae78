using AgentIQ.Workflows.Scheduling;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Starts a workflow at the times that an expression names; in mid-flow it waits for the next of them.</summary>
[Activity("Elsa.Cron", Category = "Scheduling", Description = "Starts a workflow at the times of a cron expression, or waits for the next of them.", IsTrigger = true)]
internal sealed class Cron : TimeTrigger
{
    [Input(Description = "[second] minute hour day month weekday, such as 0 30 9 * * MON-FRI.")]
    public string? CronExpression { get; set; }

    public override Schedule Schedule => Schedule.By(CronExpression);
}
