using System.CommandLine;
using AgentIQ.Bench.Hosting;
using AgentIQ.Bench.Workflow;

namespace AgentIQ.Bench.Tests;

/// <summary>That every benchmark runs and reports what it promises; never how fast.</summary>
public sealed class WorkflowBenchTests
{
    public static TheoryData<string> Keys => [.. WorkflowCommand.All.Select(b => b.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Runs_in_its_short_form(string key)
    {
        var benchmark = WorkflowCommand.All.Single(b => b.Key == key);

        var results = await WorkflowCommand.RunAsync([benchmark], Scale.Short, TextWriter.Null, TestContext.Current.CancellationToken);

        var figures = results[key];
        figures.ShouldNotBeEmpty();
        figures.Values.ShouldAllBe(value => double.IsFinite(value));
        if (key is "a" or "b")
        {
            figures["share"].ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData("--only", "x")]
    [InlineData("--seconds", "0")]
    public void Refuses_what_it_does_not_know(string option, string value) =>
        WorkflowCommand.Create(TextWriter.Null, TextWriter.Null).Parse([option, value]).Errors.ShouldHaveSingleItem().Message.ShouldContain(option);

    [Fact]
    public async Task A_cancelled_start_leaves_nothing_behind()
    {
        var folder = Directory.CreateTempSubdirectory("agentiq-bench-test-");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => BenchServer.StartAsync(folder.FullName, cancelled.Token));

        folder.GetFileSystemInfos().ShouldBeEmpty();
        folder.Delete();
    }
}
