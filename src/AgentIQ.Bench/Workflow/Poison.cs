using AgentIQ.Bench.Hosting;

namespace AgentIQ.Bench.Workflow;

/// <summary>(g) One poisonous instance in a hundred.</summary>
internal sealed class Poison : IBenchmark
{
    private const string Definition = "touching";

    public string Key => "g";

    public string Description => "Ten thousand instances whose fourth activity touches the database, once without and once with a poisonous one in every hundred: how fast the healthy ones finish.";

    public async Task<Figures> RunAsync(BenchContext context, CancellationToken ct)
    {
        await context.Workload.PublishAsync(Shapes.Touching(Definition), context.Probe, ct);
        await RunAsync(context, "warm", context.Scale.Poisoned / 10, poisonEvery: 0, ct);
        var (clean, poisoned) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            clean.Add(await RunAsync(context, $"clean{round}", context.Scale.Poisoned, poisonEvery: 0, ct));
            poisoned.Add(await RunAsync(context, $"mixed{round}", context.Scale.Poisoned, poisonEvery: 100, ct));
        }

        return new Figures
        {
            ["clean_instances_per_second"] = Figures.Median(clean),
            ["healthy_instances_per_second_beside_poison"] = Figures.Median(poisoned),
            ["ratio"] = Figures.Median(poisoned) / Figures.Median(clean),
            ["incidents"] = await context.Server.AskAsync<long>("SELECT count(*) FROM agentiq.workflow_incidents", ct),
        };
    }

    private static async Task<double> RunAsync(BenchContext context, string round, int count, int poisonEvery, CancellationToken ct)
    {
        bool IsPoison(int i) => poisonEvery > 0 && i % poisonEvery == poisonEvery / 2;
        await context.Workload.StartAsync(Definition, count, i => IsPoison(i) ? $"poison-{round}-{i}" : $"{round}-{i}", ct);
        await using var engine = context.Engine();
        var began = BenchContext.Timestamp();
        await engine.StartAsync(ct);
        await context.Workload.DrainedAsync(ct);
        return Enumerable.Range(0, count).Count(i => !IsPoison(i)) / BenchContext.Seconds(began);
    }
}
