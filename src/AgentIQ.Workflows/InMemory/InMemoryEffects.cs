using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.InMemory;

/// <summary>Runs effects, where that is allowed, and remembers their results by key, so that no effect happens twice.</summary>
internal sealed class InMemoryEffects(ActivityRegistry activities, InMemoryOptions options, IServiceProvider services, TimeProvider clock)
{
    private readonly Dictionary<string, EffectResult> _ledger = new(StringComparer.Ordinal);

    public async ValueTask<EffectResult> RunAsync(InMemoryInstance instance, PendingEffect effect, CancellationToken ct)
    {
        var intent = effect.Intent!;
        if (_ledger.TryGetValue(intent.IdempotencyKey, out var known) && known.Succeeded)
        {
            return known;
        }

        return _ledger[intent.IdempotencyKey] = await TryAsync(instance, effect, intent, ct);
    }

    private async ValueTask<EffectResult> TryAsync(InMemoryInstance instance, PendingEffect effect, EffectIntent intent, CancellationToken ct)
    {
        var node = effect.Execution.Node;
        var type = node.Descriptor.TypeName;
        if (options.Effects?.Invoke(new InMemoryEffect(type, node.Id, intent)) is { } answer)
        {
            return answer;
        }

        if (!options.RealEffects.Contains(type))
        {
            return EffectResult.Failure($"the workflow runs in memory, where {type} reaches nobody");
        }

        var activity = (EffectActivity)(activities.Find(type, node.Descriptor.Version) ?? node.Descriptor).Create(services);
        var policy = intent.Policy ?? activity.InvokePolicy();
        for (var attempt = 1; ; attempt++)
        {
            var context = new EffectContext
            {
                TenantId = instance.State.TenantId,
                InstanceId = instance.Id,
                CorrelationId = instance.CorrelationId,
                IdempotencyKey = intent.IdempotencyKey,
                Request = intent.Request,
                Attempt = attempt,
                Policy = policy,
                Services = services,
                Now = clock.GetUtcNow(),
            };
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
                limit.CancelAfter(policy.Timeout);
                return await activity.InvokeRunAsync(context, limit.Token) with { Attempts = attempt };
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                if (attempt >= policy.Attempts)
                {
                    return activity.InvokeGiveUp(context, e) with { Attempts = attempt };
                }
            }
        }
    }
}
