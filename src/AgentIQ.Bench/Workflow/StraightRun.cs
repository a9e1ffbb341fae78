using AgentIQ.Bench.Hosting;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Bench.Workflow;

/// <summary>(a) Instances of eight activities that never wait.</summary>
internal sealed class StraightRun : IBenchmark
{
    private const string Definition = "straight";

    public string Key => "a";

    public string Description => "Eight activities without waiting, from a queued start to the end. The rows of the starts are written in bulk beforehand and not measured.";

    public async Task<Figures> RunAsync(BenchContext context, CancellationToken ct)
    {
        await context.Workload.PublishAsync(Shapes.Straight(Definition, 8), context.Probe, ct);
        await EngineAsync(context, "template", 1, ct);
        var template = await Template.ReadAsync(context.Server, "template-0", ct);

        var figures = await Rounds.RunAsync(
            context,
            round => EngineAsync(context, $"e{round}", context.Scale.Round, ct),
            round => CeilingAsync(context, $"c{round}", template, ct),
            ct);
        figures["activities_per_second"] = figures["instances_per_second"] * 8;
        figures["state_bytes"] = template.State.Length;
        figures["journal_bytes"] = template.Journal.Length;
        return figures;
    }

    private static async Task<Cost> EngineAsync(BenchContext context, string round, int count, CancellationToken ct)
    {
        await context.Workload.StartAsync(Definition, count, i => $"{round}-{i}", ct);
        await using var engine = context.Engine();
        return await Cost.OfAsync(context, () => engine.DrainAsync(context.Workload, ct), ct);
    }

    private static async Task<Cost> CeilingAsync(BenchContext context, string round, Template template, CancellationToken ct)
    {
        await context.Workload.StartAsync(Definition, context.Scale.Round, i => $"{round}-{i}", ct);
        await using var engine = context.Engine();
        var bare = new BareSql(context.Server.Database, engine, (batch, item, wave) => batch.Write(item, wave.Instances[item.InstanceId!.Value], template, WorkflowSubStatus.Finished));
        return await Cost.OfAsync(context, () => bare.RunAsync(ct), ct);
    }
}
