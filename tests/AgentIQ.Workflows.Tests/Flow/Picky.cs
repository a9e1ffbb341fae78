using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Tests.Flow;

[Activity("Test.Picky", Description = "Fails to digest its stimulus while it is told to.")]
public sealed class Picky : WaitActivity
{
    public static readonly AsyncLocal<bool> IsBroken = new();

    [Output]
    public string? Answer { get; set; }

    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        context.WaitFor("Answer");
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        if (IsBroken.Value)
        {
            throw new InvalidOperationException("not now");
        }

        Answer = stimulus.Read<string>();
        context.Complete();
        return ValueTask.CompletedTask;
    }
}
