using AgentIQ.Workflows.Activities;
using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

[Activity("Test.Note", Description = "Writes a row in the burst's transaction.")]
public sealed class Note(Probe probe) : StepActivity
{
    [Input]
    public string Text { get; set; } = string.Empty;

    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        await context.Scope.Connection.ExecuteAsync("INSERT INTO agentiq.notes (seller_id, text) VALUES (@TenantId, @Text)", new { context.TenantId, Text });
        await probe.AfterNote(context);
    }
}

[Activity("Test.Call", Description = "Asks the outside.")]
public sealed class Call(Probe probe) : EffectActivity
{
    [Input]
    public string? Key { get; set; }

    [Output]
    public string? Answer { get; set; }

    protected override EffectPolicy Policy => new(3, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(1));

    protected override ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct) =>
        ValueTask.FromResult<EffectIntent?>(EffectIntent.Of(Key ?? $"{context.InstanceId}/{context.ExecutionNumber}", new { question = "?" }));

    protected override async ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct)
    {
        probe.Seen.Enqueue("run");
        return await probe.Outside(context, ct);
    }

    protected override async ValueTask<EffectResult?> HasHappenedAsync(EffectContext context, CancellationToken ct)
    {
        probe.Seen.Enqueue("asked");
        return await probe.HasHappened(context);
    }

    protected override ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct)
    {
        Answer = result.Succeeded ? result.Read<string>() : result.Error;
        return ValueTask.CompletedTask;
    }
}

[Activity("Test.WaitOrLate", Description = "Waits for an answer until a time.")]
[Outcome("Answered")]
[Outcome("Late")]
public sealed class WaitOrLate(Probe probe) : WaitActivity
{
    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
    {
        context.WaitFor("Answer");
        context.WaitUntil(context.Now + TimeSpan.FromMinutes(30));
        return ValueTask.CompletedTask;
    }

    protected override async ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
    {
        await probe.AfterResume(context);
        if (stimulus.Name == "Answer" && stimulus.Payload is { } minutes)
        {
            // Not an answer yet, only other patience.
            context.WaitUntil(context.Now + TimeSpan.FromMinutes(minutes.GetDouble()));
            return;
        }

        context.Complete(stimulus.IsDue ? "Late" : "Answered");
    }
}

[Activity("Test.Secret", Description = "Is told something that nobody else may read.")]
public sealed class Secret : StepActivity
{
    [Input(IsSensitive = true)]
    public string? Password { get; set; }

    [Input]
    public string? Text { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct) => ValueTask.CompletedTask;
}
