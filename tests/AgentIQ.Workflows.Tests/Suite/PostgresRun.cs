using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.Tests.Durable;
using Dapper;

namespace AgentIQ.Workflows.Tests.Suite;

/// <summary>One case on PostgreSQL.</summary>
internal sealed class PostgresRun(Engine engine, DefinitionCompiler compiler, WrittenLines lines, Guid tenant)
{
    private const int MaxRounds = 1_000;

    private static readonly string[] Timers = ["Elsa.Delay", "Elsa.Timer", "Elsa.StartAt"];
    private readonly Dictionary<string, CompiledWorkflow> _workflows = [];

    public async Task<JsonObject> RunAsync(JsonObject request)
    {
        var definitions = request["definitions"]!.AsArray().Select(d => d!.ToJsonString()).ToList();
        var activities = WorkflowActivitySet.Of(definitions);
        foreach (var definition in Enumerable.Reverse(definitions))
        {
            var workflow = compiler.Compile(definition, activities: activities).Workflow!;
            _workflows[workflow.DefinitionId] = workflow;
            await InTenantAsync(scope => engine.Definitions.PublishAsync(scope, definition, "test", CancellationToken.None));
        }

        var stimuli = request["stimuli"] as JsonObject;
        var main = await StartAsync(compiler.Compile(definitions[0], activities: activities).Workflow!, request["input"] as JsonObject, stimuli);
        var events = (stimuli?["events"] as JsonArray ?? []).ToList();
        await PumpAsync();
        for (var round = 0; round < MaxRounds && (await PublishAsync(events) || await ReportTaskAsync(stimuli?["tasks"] as JsonObject) || await FireTimerAsync()); round++)
        {
            await PumpAsync();
        }

        return await StoreReport.OfAsync(engine, tenant, await LoadAsync(), main, lines.Of(tenant));
    }

    private Task<T> InTenantAsync<T>(Func<TenantScope, Task<T>> work) => engine.Database.InTenantAsync(tenant, work, CancellationToken.None);

    private async Task PumpAsync()
    {
        engine.Time.Advance(TimeSpan.FromMilliseconds(1));
        await engine.PumpAsync();
    }

    private async Task<Guid> StartAsync(CompiledWorkflow workflow, JsonObject? input, JsonObject? stimuli)
    {
        var correlation = stimuli?["correlationId"]?.GetValue<string>();
        if (stimuli?["trigger"]?.GetValue<string>() is { } trigger && workflow.Triggers.FirstOrDefault(t => t.Value.Id == trigger).Key is { } name)
        {
            await InTenantAsync(async scope =>
            {
                await engine.Workflows.SignalAsync(scope, new Stimulus(name, correlation), CancellationToken.None);
                return true;
            });
            await PumpAsync();
            return (await LoadAsync())[0].Id;
        }

        return await InTenantAsync(scope => engine.Workflows.StartAsync(
            scope, new StartWorkflow(workflow.DefinitionId, correlation, input?.ToDictionary(p => p.Key, p => (object?)p.Value)), CancellationToken.None));
    }

    private async Task<bool> PublishAsync(List<JsonNode?> events)
    {
        var instances = await LoadAsync();
        foreach (var candidate in events)
        {
            var name = candidate!["name"]!.GetValue<string>();
            if (instances.Find(i => Live(i).Any(b => b.IsEvent && b.Name == name)) is { } waiting)
            {
                await ResumeAsync(waiting, name, candidate["payload"]);
                if (candidate["once"]?.GetValue<bool>() is true)
                {
                    events.Remove(candidate);
                }

                return true;
            }
        }

        return false;
    }

    private async Task<bool> ReportTaskAsync(JsonObject? tasks)
    {
        if (tasks is null)
        {
            return false;
        }

        foreach (var instance in await LoadAsync())
        {
            if (Live(instance).FirstOrDefault(b => WaitingTask.NameOf(b) is { } task && tasks.ContainsKey(task)) is { } bookmark)
            {
                await ResumeAsync(instance, bookmark.Name, tasks[WaitingTask.NameOf(bookmark)!]);
                return true;
            }
        }

        return false;
    }

    private Task ResumeAsync(WorkflowInstance instance, string name, JsonNode? payload) => InTenantAsync(async scope =>
    {
        var stimulus = new Stimulus(name, instance.CorrelationId, payload is null ? null : JsonSerializer.SerializeToElement(payload)) { InstanceId = instance.Id };
        await engine.Workflows.SignalAsync(scope, stimulus, CancellationToken.None);
        return true;
    });

    /// <summary>Makes the timer due at once that is due first; the clock stands still.</summary>
    private async Task<bool> FireTimerAsync()
    {
        var next = (await LoadAsync()).SelectMany(i => Live(i).Select(b => (Instance: i, Bookmark: b)))
            .Where(t => t.Bookmark.Due is not null && Timers.Contains(t.Bookmark.Execution.Node.Descriptor.TypeName))
            .OrderBy(t => t.Bookmark.Due).FirstOrDefault();
        if (next.Bookmark is null)
        {
            return false;
        }

        await using var connection = await engine.Database.Engine.OpenConnectionAsync();
        var armed = await connection.ExecuteAsync(
            "UPDATE agentiq.workflow_queue SET due_at = @now WHERE tenant_id = @tenant AND instance_id = @Id AND kind = 'timer' AND bookmark = @Number",
            new { now = engine.Time.GetUtcNow().UtcDateTime, tenant, next.Instance.Id, next.Bookmark.Number });
        armed.ShouldBe(1, $"the timer of {next.Bookmark.Execution.Node.Id} is armed once");
        return true;
    }

    private static IEnumerable<Bookmark> Live(WorkflowInstance instance) =>
        instance.Status == WorkflowStatus.Finished ? [] : instance.Bookmarks.Where(b => b.Execution.Status == ExecutionStatus.Running);

    /// <summary>The tenant's instances as their rows say, oldest first.</summary>
    private async Task<List<WorkflowInstance>> LoadAsync()
    {
        var rows = await InTenantAsync(scope => scope.Connection.QueryAsync<(Guid Id, string DefinitionId, string? CorrelationId, string? Name, string SubStatus, string? State)>(
            "SELECT id, definition_id, correlation_id, name, sub_status, state FROM agentiq.workflow_instances ORDER BY created_at, id"));
        return [.. rows.Select(row =>
        {
            var instance = new WorkflowInstance(row.Id, tenant, _workflows[row.DefinitionId])
            {
                CorrelationId = row.CorrelationId,
                Name = row.Name,
                SubStatus = Enum.Parse<WorkflowSubStatus>(row.SubStatus),
            };
            if (row.State is not null)
            {
                StateDeserializer.Read(System.Text.Encoding.UTF8.GetBytes(row.State), instance, EngineServices.Instance);
            }

            return instance;
        })];
    }
}
