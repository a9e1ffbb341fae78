using System.Text.Json.Nodes;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Tests.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Tests.Sandbox;

/// <summary>What the tests of trial runs share.</summary>
internal static class SandboxEngine
{
    public static Task<Engine> CreateAsync() => Engine.CreateAsync(services => services.AddActivity<AskStandIn>().AddActivity<Choosy>());

    public static Task<Guid> TryAsync(this Engine engine, string definition = "test", string? correlation = null, string? key = null) =>
        engine.InTenantAsync(scope => engine.Workflows.StartAsync(
            scope, new StartWorkflow(definition, correlation) { Sandbox = true, IdempotencyKey = key }, CancellationToken.None));

    public static Task SendAsync(this Engine engine, Stimulus stimulus) =>
        engine.InTenantAsync(scope => engine.Workflows.SignalAsync(scope, stimulus, CancellationToken.None));

    /// <summary>Instances of a definition, oldest first: how each stands, and whether it is a trial run.</summary>
    public static async Task<IReadOnlyList<(bool IsSandbox, string SubStatus)>> InstancesAsync(this Engine engine, string definition) =>
        [.. await engine.InTenantAsync(scope => Dapper.SqlMapper.QueryAsync<(bool, string)>(
            scope.Connection, "SELECT is_sandbox, sub_status FROM agentiq.workflow_instances WHERE definition_id = @definition ORDER BY id", new { definition }))];

    public static JsonObject Note(string id) => Define.Of(id, "Test.Note", ("text", Define.Literal(id)));

    public static JsonObject Publish(string id, string name, string? correlation = null) => correlation is null
        ? Define.Of(id, "Elsa.PublishEvent", ("eventName", Define.Literal(name)))
        : Define.Of(id, "Elsa.PublishEvent", ("eventName", Define.Literal(name)), ("correlationId", Define.Literal(correlation)));
}

[Activity("Test.AskStandIn", Description = "Reaches a stand-in in a trial run.")]
public sealed class AskStandIn(Probe probe) : EffectActivity
{
    protected override SandboxMode InSandbox => SandboxMode.StandIn;

    protected override ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct) =>
        ValueTask.FromResult<EffectIntent?>(EffectIntent.Of($"{context.InstanceId}/{context.ExecutionNumber}", 0));

    protected override ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct)
    {
        probe.Seen.Enqueue(context.IsSandbox ? "stand-in" : "real");
        return ValueTask.FromResult(EffectResult.Success());
    }

    protected override ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct) => ValueTask.CompletedTask;
}

[Activity("Test.Choosy", Description = "Has no Done, and reads its answer.")]
[Outcome("Failed")]
[Outcome("Delivered")]
public sealed class Choosy : EffectActivity
{
    protected override ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct) =>
        ValueTask.FromResult<EffectIntent?>(EffectIntent.Of($"{context.InstanceId}/{context.ExecutionNumber}", 0));

    protected override ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct) =>
        throw new InvalidOperationException("the outside was reached");

    protected override ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct)
    {
        result.Read<string>();
        return ValueTask.CompletedTask;
    }
}
