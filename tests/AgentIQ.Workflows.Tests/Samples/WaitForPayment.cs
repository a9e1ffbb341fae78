using AgentIQ.Workflows;
using AgentIQ.Workflows.Activities;

namespace Shop.Activities;

/// <summary>Waits until the order is paid, or until it is too late.</summary>
[Activity("Shop.WaitForPayment", Category = "Shop", Description = "Waits until the order is paid.", IsTrigger = true)]
[Outcome("Paid")]
[Outcome("Late")]
public sealed class WaitForPayment : WaitActivity
{
    /// <summary>What the shop sends when money comes: <c>IWorkflows.SignalAsync(scope, Stimulus.Of(Payment, orderId, amount))</c>.</summary>
    public const string Payment = "Shop.Payment";

    [Input(Description = "How long to wait.", DefaultValue = "1.00:00:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromDays(1);

    [Output(Description = "What was paid.")]
    public decimal? Amount { get; set; }

    protected override string? TriggerName => Payment;

    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        context.WaitFor(Payment, due: context.Now + Patience);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        if (stimulus.IsDue)
        {
            context.Complete("Late");
        }
        else
        {
            Amount = stimulus.Read<decimal>();
            context.Complete("Paid");
        }

        return ValueTask.CompletedTask;
    }
}
