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
        var key = instance.State.LedgerKey(intent.IdempotencyKey);
        if (_ledger.TryGetValue(key, out var known) && known.Succeeded)
        {
            return known;
        }

        return _ledger[key] = await TryAsync(instance, effect, intent, key, ct);
    }

    private async ValueTask<EffectResult> TryAsync(InMemoryInstance instance, PendingEffect effect, EffectIntent intent, string key, CancellationToken ct)
    {
        var node = effect.Execution.Node;
        var type = node.Descriptor.TypeName;
        if (options.Effects?.Invoke(new InMemoryEffect(type, node.Id, intent)) is { } answer)
        {
            return answer;
        }

        var activity = (EffectActivity)(activities.Find(type, node.Descriptor.Version) ?? node.Descriptor).Create(services);
        if (!activity.IsSent(instance.IsSandbox))
        {
            return activity.InvokePretend(Context(1, EffectPolicy.Default));
        }

        if (!options.RealEffects.Contains(type))
        {
            return EffectResult.Failure($"the workflow runs in memory, where {type} reaches nobody");
        }

        var policy = intent.Policy ?? activity.InvokePolicy();
        for (var attempt = 1; ; attempt++)
        {
            var context = Context(attempt, policy);
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

        EffectContext Context(int attempt, EffectPolicy policy) => new()
        {
            TenantId = instance.State.TenantId,
            InstanceId = instance.Id,
            CorrelationId = instance.CorrelationId,
            IdempotencyKey = key,
            Request = intent.Request,
            Attempt = attempt,
            Policy = policy,
            IsSandbox = instance.IsSandbox,
            Services = services,
            Now = clock.GetUtcNow(),
        };
    }
}
