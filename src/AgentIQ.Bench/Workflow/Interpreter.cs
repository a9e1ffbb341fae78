using AgentIQ.Bench.Hosting;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions.JavaScript;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Bench.Workflow;

/// <summary>(f) The interpreter without a database, on one thread.</summary>
internal sealed class Interpreter : IBenchmark
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private readonly UuidV7Source _ids = new(TimeProvider.System);

    public string Key => "f";

    public string Description => "The interpreter alone, in memory on one core: flowcharts of eight and of a hundred activities, and a loop of a hundred rounds with JavaScript. The flowchart or the loop itself counts as one activity.";

    public async Task<Figures> RunAsync(BenchContext context, CancellationToken ct)
    {
        var figures = new Figures();
        foreach (var (name, definition) in new[] { ("eight", Shapes.Straight("eight", 8)), ("hundred", Shapes.Straight("hundred", 100)), ("loop", Shapes.Loop("loop", 100)) })
        {
            var workflow = new DefinitionCompiler(new ActivityRegistry(Type.EmptyTypes), new JavaScriptCompiler()).Compile(definition).Workflow
                ?? throw new InvalidOperationException($"The definition '{name}' does not compile.");
            await MeasureAsync(workflow, context.Scale.Seconds / 10, ct);
            var (activities, instances, seconds, bytes) = await MeasureAsync(workflow, context.Scale.Seconds / 5, ct);
            figures[$"{name}_activities_per_second"] = activities / seconds;
            figures[$"{name}_instances_per_second"] = instances / seconds;
            figures[$"{name}_bytes_per_activity"] = bytes / activities;
        }

        return figures;
    }

    private async Task<(double Activities, double Instances, double Seconds, double Bytes)> MeasureAsync(CompiledWorkflow workflow, double seconds, CancellationToken ct)
    {
        var (activities, instances) = (0L, 0L);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = BenchContext.Timestamp();
        do
        {
            for (var i = 0; i < 10; i++)
            {
                var instance = new WorkflowInstance(_ids.Next(), Workload.Tenant, workflow);
                var burst = new Burst(instance, new InMemoryBurstHost(NoServices, TimeProvider.System, _ids));
                await burst.StartAsync(triggerActivityId: null, stimulus: null, ct);
                if (instance.SubStatus != WorkflowSubStatus.Finished)
                {
                    throw new InvalidOperationException($"The instance ended as {instance.SubStatus}: {string.Join("; ", instance.Incidents.Select(incident => incident.Message))}");
                }

                activities += burst.Steps;
                instances++;
            }
        }
        while (BenchContext.Seconds(began) < seconds);

        return (activities, instances, BenchContext.Seconds(began), GC.GetAllocatedBytesForCurrentThread() - allocated);
    }
}
