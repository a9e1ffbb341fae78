using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Which instance is meant by a definition and a correlation.</summary>
public sealed class CorrelationTests
{
    [Fact]
    public async Task Neither_a_child_nor_another_definition_with_the_same_correlation_is_meant()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go")], "", id: "child"));
        await engine.PublishAsync(Define.Flow([Define.Trigger("t", "Noticed"), Define.Event("e", "Go")], "t>e", id: "listener"));
        await engine.PublishAsync(Define.Flow([Execute("x", "child", wait: true, correlation: "c")], ""));

        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        await engine.SignalAsync("Noticed", "c");
        await engine.PumpAsync();

        (await engine.CountAsync("workflow_instances WHERE correlation_id = 'c'")).ShouldBe(3);
        (await FindAsync(engine, "test", "c"))!.Id.ShouldBe(id);
        (await FindAsync(engine, "listener", "c"))!.DefinitionId.ShouldBe("listener");
        (await FindAsync(engine, "child", "c")).ShouldBeNull("it belongs to the one that started it");
    }

    [Fact]
    public async Task The_newest_one_counts_and_nobody_elses()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["a"], ""));
        await engine.StartAsync(correlation: "c");
        var newest = await engine.StartAsync(correlation: "c");
        await engine.StartAsync(correlation: "d");
        await engine.PumpAsync();

        (await FindAsync(engine, "test", "c"))!.Id.ShouldBe(newest);
        (await FindAsync(engine, "test", "x")).ShouldBeNull();
        (await engine.Database.InTenantAsync(
            Guid.Parse("00000000-0000-7000-8000-0000000000bb"), scope => engine.Monitor.FindByCorrelationAsync(scope, "test", "c", default), default)).ShouldBeNull();
    }

    private static Task<InstanceSummary?> FindAsync(Engine engine, string definition, string correlation) =>
        engine.InTenantAsync(scope => engine.Monitor.FindByCorrelationAsync(scope, definition, correlation, CancellationToken.None));
}
