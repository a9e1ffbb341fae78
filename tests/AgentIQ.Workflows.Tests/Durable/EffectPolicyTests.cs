using System.Text.Json.Nodes;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>How often an effect is tried: the class says it, a definition may say otherwise for one activity.</summary>
public sealed class EffectPolicyTests
{
    [Theory]
    [InlineData(null, 3)]
    [InlineData("""{"attempts": 1}""", 1)]
    [InlineData("""{"attempts": 5, "delay": "00:00:00", "backoff": "Constant"}""", 5)]
    [InlineData("""{"mode": "Expression", "expression": {"type": "Object", "value": "{\"maxRetryAttempts\": 1, \"$type\": \"Http\"}"}}""", 2)]
    [InlineData("""{"mode": "Identifier", "strategyId": "patient"}""", 4)]
    [InlineData("""{"mode": "Identifier", "strategyId": null}""", 3)]
    [InlineData("""{"timeout": "00:00:30"}""", 3)]
    public async Task Attempts(string? strategy, int expected)
    {
        await using var engine = await Engine.CreateAsync(options: o => o.ResilienceStrategies["patient"] = new EffectPolicy(4, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        await engine.PublishAsync(Calling(strategy));
        engine.Probe.Outside = (_, _) => throw new InvalidOperationException("away");
        var id = await engine.StartAsync();

        await engine.PumpAsync();

        engine.Probe.Seen.Count(s => s == "run").ShouldBe(expected);
        (await engine.JournalAsync(id)).ShouldContain("failed:Completed");
    }

    [Fact]
    public async Task One_attempt_may_take_as_long_as_the_definition_says()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Calling("""{"attempts": 1, "timeout": "00:00:30"}"""));
        var called = new TaskCompletionSource<EffectContext>();
        engine.Probe.Outside = async (context, ct) =>
        {
            called.SetResult(context);
            await Task.Delay(Timeout.Infinite, ct);
            return EffectResult.Success("never");
        };
        var id = await engine.StartAsync();
        await engine.RunBurstsAsync();
        var running = engine.RunEffectsAsync();
        (await called.Task).Policy.Timeout.ShouldBe(TimeSpan.FromSeconds(30));

        engine.Time.Advance(TimeSpan.FromSeconds(30));
        await running;
        await engine.PumpAsync();

        (await engine.JournalAsync(id)).ShouldContain("failed:Completed");
    }

    [Fact]
    public async Task The_policy_of_the_version_that_asked_holds_whatever_is_published_meanwhile()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Calling("""{"attempts": 2}"""));
        engine.Probe.Outside = (_, _) => throw new InvalidOperationException("away");
        await engine.StartAsync();
        await engine.RunBurstsAsync();
        await engine.PublishAsync(Calling("""{"attempts": 9}"""));

        await engine.PumpAsync();

        engine.Probe.Seen.Count(s => s == "run").ShouldBe(2);
    }

    [Fact]
    public async Task Attempts_count_over_a_crash_and_the_outside_is_asked_first()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Calling("""{"attempts": 2}"""));
        var id = await engine.StartAsync();
        await engine.RunBurstsAsync();
        await engine.InTenantAsync(scope => scope.Connection.ExecuteAsync("UPDATE agentiq.workflow_effects SET state = 'running', attempts = 1"));
        engine.Probe.Outside = (_, _) => throw new InvalidOperationException("away");

        await engine.PumpAsync();

        engine.Probe.Seen.ShouldBe(["asked", "run"]);
        (await engine.JournalAsync(id)).ShouldContain("failed:Completed");
    }

    [Fact]
    public async Task The_effect_runs_in_the_version_of_the_type_that_the_definition_names()
    {
        await using var engine = await Engine.CreateAsync(services => services.AddActivity<OldCall>().AddActivity<NewCall>());
        var call = Define.Of("c", "Test.VersionedCall");
        call["version"] = 2;
        await engine.PublishAsync(Define.Flow([call, "z"], "c>z"));
        var id = await engine.StartAsync();

        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        engine.Probe.Seen.ShouldBe(["version 2"]);
    }

    [Theory]
    [InlineData("""{"attempts": 0}""", "attempts: expected a whole number from 1 to 100, got 0")]
    [InlineData("""{"attempts": "three"}""", "attempts: expected a whole number")]
    [InlineData("""{"delay": "soon"}""", "delay: expected a time as hh:mm:ss")]
    [InlineData("""{"timeout": "2.00:00:00"}""", "timeout: expected a time as hh:mm:ss from 00:00:00.0100000 to 01:00:00")]
    [InlineData("""{"backoff": "Wild"}""", "backoff: expected Constant, Linear or Exponential, got Wild")]
    [InlineData("""{"atempts": 3}""", "'atempts' is unknown; expected attempts, delay")]
    [InlineData("""{"mode": "Expression", "expression": {"type": "JavaScript", "value": "({})"}}""", "expected a constant object, got a JavaScript expression")]
    [InlineData("""{"mode": "Identifier", "strategyId": "other"}""", "the resilience strategy 'other' is unknown; expected one of: patient")]
    [InlineData("7", "expected an object such as")]
    [InlineData("\"{\"", "expected an object as JSON")]
    public async Task Nonsense_is_refused_at_publish(string strategy, string problem)
    {
        await using var engine = await Engine.CreateAsync(options: o => o.ResilienceStrategies["patient"] = EffectPolicy.Default);
        (await Should.ThrowAsync<InvalidDefinitionException>(() => engine.PublishAsync(Calling(strategy)))).Message.ShouldContain(problem);
    }

    [Fact]
    public void A_strategy_on_an_activity_that_asks_nobody_is_a_warning()
    {
        var line = Define.Line("a");
        line["customProperties"] = new JsonObject { ["resilienceStrategy"] = new JsonObject { ["attempts"] = 3 } };
        InMemory.Compile(Define.Flow([line], "")).Diagnostics.ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Warning);
    }

    private static string Calling(string? strategy)
    {
        var call = Define.Of("c", "Test.Call");
        call["customProperties"] = new JsonObject { ["resilienceStrategy"] = strategy is null ? null : JsonNode.Parse(strategy) };
        return Define.Flow([call, "done", "failed"], "c>done c.Failed>failed");
    }

    [Activity("Test.VersionedCall")]
    public sealed class OldCall(Probe probe) : VersionedCall(probe);

    [Activity("Test.VersionedCall", Version = 2)]
    public sealed class NewCall(Probe probe) : VersionedCall(probe);

    public abstract class VersionedCall(Probe probe) : EffectActivity
    {
        protected override ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct) =>
            ValueTask.FromResult<EffectIntent?>(EffectIntent.Of(context.InstanceId.ToString(), new { }));

        protected override ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct)
        {
            probe.Seen.Enqueue(this is NewCall ? "version 2" : "version 1");
            return ValueTask.FromResult(EffectResult.Success());
        }

        protected override ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct) => ValueTask.CompletedTask;
    }
}
