using System.Diagnostics;
using AgentIQ.Chaos.World;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Chaos.Activities;

/// <summary>Does something in the outside world, once.</summary>
/// <param name="world">The outside.</param>
[Activity("Chaos.Outside", Description = "Does something in the outside world, once.")]
internal sealed class Outside(WorldClient world) : EffectActivity
{
    protected override EffectPolicy Policy => new(20, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(20));

    protected override ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct) =>
        ValueTask.FromResult<EffectIntent?>(EffectIntent.Of($"{context.InstanceId:D}/{context.ExecutionNumber}", new { context.ActivityId }));

    protected override async ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct) =>
        EffectResult.Success(await world.DoAsync(context.IdempotencyKey, Stopwatch.GetTimestamp(), ct));

    protected override async ValueTask<EffectResult?> HasHappenedAsync(EffectContext context, CancellationToken ct) =>
        await world.HasHappenedAsync(context.IdempotencyKey, ct) ? EffectResult.Success("had happened") : null;

    protected override ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct) => ValueTask.CompletedTask;
}
