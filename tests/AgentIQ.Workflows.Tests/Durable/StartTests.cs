namespace AgentIQ.Workflows.Tests.Durable;

public sealed class StartTests
{
    private static readonly string Waiting = Define.Flow([Define.Event("e", "Go"), "z"], "e>z");

    [Fact]
    public async Task One_idempotency_key_is_one_instance_for_ever()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["z"], ""));
        var start = new StartWorkflow("test") { IdempotencyKey = "k" };

        var first = await engine.InTenantAsync(scope => engine.Workflows.StartAsync(scope, start, CancellationToken.None));
        await engine.PumpAsync();
        var second = await engine.InTenantAsync(scope => engine.Workflows.StartAsync(scope, start, CancellationToken.None));

        second.ShouldBe(first);
        (await engine.CountAsync("workflow_instances")).ShouldBe(1);
    }

    [Fact]
    public async Task A_singleton_per_correlation_starts_again_when_the_first_has_ended()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Waiting);
        var start = new StartWorkflow("test", "c") { Singleton = true };

        var first = await engine.InTenantAsync(scope => engine.Workflows.StartAsync(scope, start, CancellationToken.None));
        var second = await engine.InTenantAsync(scope => engine.Workflows.StartAsync(scope, start, CancellationToken.None));
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();
        var third = await engine.InTenantAsync(scope => engine.Workflows.StartAsync(scope, start, CancellationToken.None));

        second.ShouldBe(first);
        third.ShouldNotBe(first);
    }

    [Theory]
    [InlineData("CorrelatedSingletonStrategy", "c", "d", 2)]
    [InlineData("SingletonStrategy", "c", "d", 1)]
    [InlineData("SingletonStrategy", "c", "c", 1)]
    [InlineData("AllowAlwaysStrategy", "c", "c", 2)]
    public async Task The_definition_says_whether_a_second_may_start(string strategy, string first, string second, int instances)
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go")], "", options: new { activationStrategyType = $"Elsa.Workflows.Runtime.ActivationValidators.{strategy}, Elsa.Workflows.Runtime" }));

        await engine.StartAsync(correlation: first);
        await engine.StartAsync(correlation: second);

        (await engine.CountAsync("workflow_instances")).ShouldBe(instances);
    }

    [Fact]
    public async Task A_cancelled_instance_leaves_nothing_behind()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), Define.Delay("d", TimeSpan.FromHours(1)), "s"], "s>e s>d"));
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        await engine.InTenantAsync(scope => engine.Workflows.CancelAsync(scope, id, CancellationToken.None));
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(Execution.WorkflowSubStatus.Cancelled);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
        (await engine.CountAsync("workflow_bookmarks")).ShouldBe(0);
        (await engine.JournalAsync(id)).TakeLast(2).ShouldBe(["e:Canceled", "d:Canceled"]);
    }
}
