using AgentIQ.Workflows.Execution;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

public sealed class ContainerTests
{
    [Theory]
    [InlineData("true", "yes")]
    [InlineData("false", "no")]
    public async Task If_runs_one_of_two(string condition, string expected)
    {
        var run = await new InMemory(Root(Of("if", "Elsa.If", ("condition", Literal(condition)), ("then", Line("yes")), ("else", Line("no"))))).StartAsync();
        run.Lines.ShouldBe([expected]);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task If_without_that_branch_goes_on()
    {
        var run = await new InMemory(Root(Sequence("s", Of("if", "Elsa.If", ("condition", Literal(false)), ("then", Line("yes"))), "after"))).StartAsync();
        run.Lines.ShouldBe(["after"]);
    }

    [Fact]
    public async Task While_evaluates_its_condition_before_each_pass_also_after_a_wait()
    {
        var body = Sequence("b", Set("inc", "i", "variables.i + 1"), Event("e", "Tick"));
        var run = await new InMemory(Root(Sequence("s", Of("w", "Elsa.While", ("condition", Script("variables.i < 3")), ("body", body)), "after"), variables: [Variable("i", "Int32", "0")])).StartAsync();
        while (await run.SignalAsync("Tick"))
        {
        }

        run.Variable("i").ShouldBe(3);
        run.Lines.ShouldBe(["after"]);
    }

    [Fact]
    public async Task ForEach_keeps_its_place_and_its_items_over_waits()
    {
        var body = Sequence("b", Event("e", "Tick"), Of("say", "Elsa.WriteLine", ("text", Script("getVariable('CurrentIndex') + ':' + getVariable('CurrentValue').n"))));
        var run = await new InMemory(Root(Of("f", "Elsa.ForEach", ("items", Expression("Object", """[{"n":"a"},{"n":"b"}]""")), ("body", body)))).StartAsync();
        while (await run.SignalAsync("Tick"))
        {
        }

        run.Lines.ShouldBe(["0:a", "1:b"]);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_terminal_activity_ends_its_sequence()
    {
        var run = await new InMemory(Root(Sequence("o", Sequence("i", "a", Of("e", "Elsa.End"), "b"), "c"))).StartAsync();
        run.Lines.ShouldBe(["a", "c"]);
    }

    [Fact]
    public async Task Ending_a_container_cancels_what_waits_inside_the_outer_first()
    {
        var run = await new InMemory(Define.Flow(["s", Sequence("seq", Event("e", "Never")), Delay("d", TimeSpan.FromMinutes(1)), Of("end", "Elsa.End")], "s>seq s>d d>end")).StartAsync();
        await run.SkipTimeAsync();
        run.Journal.TakeLast(4).ShouldBe(["end:Completed", "seq:Canceled", "e:Canceled", "flow:Completed"]);
    }

    [Fact]
    public async Task Cancelling_an_instance_cancels_everything_in_it()
    {
        var run = await new InMemory(Define.Flow([Event("e", "Never")], "")).StartAsync();
        await run.CancelAsync();
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        run.Journal.TakeLast(2).ShouldBe(["flow:Canceled", "e:Canceled"]);
        run.Instance.Bookmarks.ShouldBeEmpty();
    }
}
