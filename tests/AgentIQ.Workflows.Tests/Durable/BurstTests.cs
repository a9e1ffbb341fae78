using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Durable;

public sealed class BurstTests
{
    [Fact]
    public async Task Runs_from_start_to_end_and_keeps_the_journal()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("n", "Test.Note", ("text", Define.Literal("one"))), Define.Event("e", "Go"), "z"], "n>e e>z"));

        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.NotesAsync()).ShouldBe(["one"]);
        (await engine.JournalAsync(id)).ShouldBe(["n:Started", "n:Completed", "e:Started", "e:Suspended", "e:Resumed", "e:Completed", "z:Started", "z:Completed"]);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
        (await engine.CountAsync("workflow_bookmarks")).ShouldBe(0);
        engine.Probe.Ended.ShouldBe([WorkflowSubStatus.Finished]);
    }
}
