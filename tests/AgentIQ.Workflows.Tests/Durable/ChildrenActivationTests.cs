using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Children;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Who may run beside whom.</summary>
public sealed class ChildrenActivationTests
{
    [Fact]
    public async Task A_refusal_names_the_instance_that_stands_in_the_way()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Waiting("test", "SingletonStrategy"));

        var first = await TryStartAsync(engine, new StartWorkflow("test"));
        var second = await TryStartAsync(engine, new StartWorkflow("test"));

        first.IsStarted.ShouldBeTrue();
        second.ShouldBe(new StartResult(first.InstanceId, IsStarted: false));
    }

    [Fact]
    public async Task Correlation_is_refused_beside_any_instance_of_that_correlation()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Waiting("always", "AllowAlwaysStrategy"));
        await engine.PublishAsync(Waiting("test", "CorrelationStrategy"));
        var other = await engine.StartAsync("always", "c");

        (await TryStartAsync(engine, new StartWorkflow("test", "c"))).ShouldBe(new StartResult(other, IsStarted: false));
        (await TryStartAsync(engine, new StartWorkflow("test", "d"))).IsStarted.ShouldBeTrue();
        (await TryStartAsync(engine, new StartWorkflow("test"))).IsStarted.ShouldBeTrue();
        (await TryStartAsync(engine, new StartWorkflow("test"))).IsStarted.ShouldBeTrue();

        await engine.PumpAsync();
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();
        (await TryStartAsync(engine, new StartWorkflow("test", "c"))).IsStarted.ShouldBeTrue();
    }

    [Fact]
    public async Task Correlation_sees_one_that_took_the_correlation_later()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Elsa.Correlate", ("correlationId", Define.Literal("late"))), Define.Event("e", "Go")], "c>e", id: "taker"));
        await engine.PublishAsync(Waiting("test", "CorrelationStrategy"));
        var taker = await engine.StartAsync("taker");
        await engine.PumpAsync();

        (await TryStartAsync(engine, new StartWorkflow("test", "late"))).ShouldBe(new StartResult(taker, IsStarted: false));
    }

    [Fact]
    public async Task One_that_leaves_a_correlation_frees_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [Define.Of("c", "Elsa.Correlate", ("correlationId", Define.Literal("other"))), Define.Event("e", "Go")], "c>e", options: Strategy("CorrelatedSingletonStrategy")));
        var first = await engine.StartAsync(correlation: "c");
        (await TryStartAsync(engine, new StartWorkflow("test", "c"))).IsStarted.ShouldBeFalse();
        await engine.PumpAsync();

        (await TryStartAsync(engine, new StartWorkflow("test", "c"))).IsStarted.ShouldBeTrue();
        (await TryStartAsync(engine, new StartWorkflow("test", "other"))).ShouldBe(new StartResult(first, IsStarted: false));
    }

    [Theory]
    [InlineData("SingletonStrategy")]
    [InlineData("CorrelationStrategy")]
    [InlineData("CorrelatedSingletonStrategy")]
    public async Task Of_two_starts_at_the_same_time_one_is_refused(string strategy)
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Waiting("test", strategy));
        await using var one = await engine.Database.BeginAsync(Engine.Seller, CancellationToken.None);
        await using var two = await engine.Database.BeginAsync(Engine.Seller, CancellationToken.None);
        var start = new StartWorkflow("test", "c");

        var first = await engine.Workflows.TryStartAsync(one.Scope, start, CancellationToken.None);
        var second = engine.Workflows.TryStartAsync(two.Scope, start, CancellationToken.None);
        await one.CommitAsync(CancellationToken.None);
        var refused = await second;
        await two.CommitAsync(CancellationToken.None);

        first.IsStarted.ShouldBeTrue();
        refused.ShouldBe(new StartResult(first.InstanceId, IsStarted: false));
        (await engine.CountAsync("workflow_instances")).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_starts_at_the_same_time_the_second_goes_on_when_the_first_is_undone()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Waiting("test", "SingletonStrategy"));
        await using var one = await engine.Database.BeginAsync(Engine.Seller, CancellationToken.None);
        await using var two = await engine.Database.BeginAsync(Engine.Seller, CancellationToken.None);

        await engine.Workflows.TryStartAsync(one.Scope, new StartWorkflow("test"), CancellationToken.None);
        var second = engine.Workflows.TryStartAsync(two.Scope, new StartWorkflow("test"), CancellationToken.None);
        await one.DisposeAsync();

        (await second).IsStarted.ShouldBeTrue();
    }

    [Fact]
    public async Task An_id_of_the_callers_own_starts_once()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Waiting("test", "AllowAlwaysStrategy"));
        var start = new StartWorkflow("test") { InstanceId = Guid.Parse("00000000-0000-7000-8000-000000000077") };

        (await TryStartAsync(engine, start)).ShouldBe(new StartResult(start.InstanceId.Value, IsStarted: true));
        (await TryStartAsync(engine, start)).ShouldBe(new StartResult(start.InstanceId.Value, IsStarted: false));
    }

    [Fact]
    public async Task Retrying_a_faulted_singleton_is_refused_beside_another_and_takes_its_place_again()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.AfterNote = _ => throw new InvalidOperationException("no luck");
        await engine.PublishAsync(Define.Flow([Define.Of("n", "Test.Note", ("text", Define.Literal("n"))), Define.Event("e", "Go")], "n>e", options: Strategy("SingletonStrategy")));
        var faulted = await engine.StartAsync(correlation: "a");
        await engine.PumpAsync();
        engine.Probe.AfterNote = _ => Task.CompletedTask;
        var second = await TryStartAsync(engine, new StartWorkflow("test", "b"));
        second.IsStarted.ShouldBeTrue();
        await engine.PumpAsync();
        var incident = (await engine.IncidentsAsync(faulted)).Single().Id;

        var refusal = await Should.ThrowAsync<ActivationRefusedException>(() => RetryAsync(engine, incident));
        refusal.Rival.ShouldBe(second.InstanceId);
        await engine.SignalAsync("Go", "b");
        await engine.PumpAsync();
        (await RetryAsync(engine, incident)).ShouldBeTrue();
        await engine.PumpAsync();

        (await engine.FindAsync(faulted)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        (await TryStartAsync(engine, new StartWorkflow("test", "d"))).ShouldBe(new StartResult(faulted, IsStarted: false));
    }

    [Fact]
    public async Task A_singleton_child_takes_its_place_and_a_second_is_the_parents_incident()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Waiting("child", "SingletonStrategy"));
        await engine.PublishAsync(Define.Flow([Execute("x", "child")], ""));
        await engine.StartAsync();
        await engine.PumpAsync();
        var running = (await TryStartAsync(engine, new StartWorkflow("child"))).InstanceId;

        var second = await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.IncidentsAsync(second)).Single().Message.ShouldContain($"none beside instance {running}");
        (await engine.CountAsync("workflow_instances")).ShouldBe(3);
    }

    private static string Waiting(string id, string strategy) => Define.Flow([Define.Event("e", "Go")], "", id: id, options: Strategy(strategy));

    private static Task<StartResult> TryStartAsync(Engine engine, StartWorkflow start) =>
        engine.InTenantAsync(scope => engine.Workflows.TryStartAsync(scope, start, CancellationToken.None));

    private static Task<bool> RetryAsync(Engine engine, Guid incident) => engine.InTenantAsync(scope => engine.Incidents.RetryAsync(scope, incident, "Anna", CancellationToken.None));
}
