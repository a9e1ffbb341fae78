using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Durable;

public sealed class TimerTests
{
    [Fact]
    public async Task Fires_once_when_its_business_time_has_come()
    {
        await using var engine = await Engine.CreateAsync();
        await using var other = engine.Another();
        await engine.PublishAsync(Define.Flow([Define.Delay("d", TimeSpan.FromMinutes(10)), "z"], "d>z"));
        var id = await engine.StartAsync();
        await engine.PumpAsync();

        engine.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        engine.Time.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(engine.PumpAsync(), other.PumpAsync());

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.JournalAsync(id)).Count(e => e == "d:Resumed").ShouldBe(1);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(30)]
    public async Task A_wait_has_one_time_and_may_move_it(int minutes)
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("w", "Test.WaitOrLate"), "z"], "w.Late>z"));
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        await engine.SignalAsync("Answer", "c", minutes);
        await engine.PumpAsync();

        (await engine.CountAsync("workflow_queue")).ShouldBe(1);
        engine.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromMilliseconds(1));
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        engine.Time.Advance(TimeSpan.FromMilliseconds(1));
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_start_may_be_for_later()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["z"], ""));
        var id = await engine.InTenantAsync(scope => engine.Workflows.StartAsync(scope, new StartWorkflow("test") { DueAt = engine.Time.GetUtcNow().AddHours(1) }, CancellationToken.None));

        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Pending);
        engine.Time.Advance(TimeSpan.FromHours(1));
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }
}
