using AgentIQ.Workflows.Durable.Queue;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Reads what the bursts of a wave need: one round trip; a second one where a stimulus meets an instance, a third
/// where stimuli wait for one.
/// </summary>
internal static class WaveLoader
{
    public static async Task<LoadedWave> LoadAsync(BurstTransaction transaction, IReadOnlyList<WorkItem> items, DateTimeOffset now, CancellationToken ct)
    {
        var wave = new LoadedWave();
        var first = new Reads();
        InstanceQuery.Add(first, [.. items.Where(i => i.InstanceId is not null).Select(i => (i.TenantId, i.InstanceId!.Value))], wave.Instances);
        EffectQuery.Add(first, items, wave.Effects);
        StimulusQuery.Add(first, items, wave.Routes);
        await first.RunAsync(transaction, ct);

        var second = new Reads();
        InstanceQuery.Add(second, Targets(items, wave), wave.Instances);
        await second.RunAsync(transaction, ct);

        var third = new Reads();
        WaitingQuery.Add(third, wave.Instances, now, wave.Waiting);
        await third.RunAsync(transaction, ct);
        return wave;
    }

    private static List<(Guid TenantId, Guid Id)> Targets(IReadOnlyList<WorkItem> items, LoadedWave wave)
    {
        var targets = new List<(Guid, Guid)>();
        foreach (var item in items)
        {
            if (wave.Routes.TryGetValue(item.Id, out var route) && route.TargetIn(item.Lane) is { } target)
            {
                targets.Add((item.TenantId, target.InstanceId));
            }
        }

        return targets;
    }
}
