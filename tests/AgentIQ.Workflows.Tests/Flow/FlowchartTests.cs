using AgentIQ.Workflows.Execution;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Which activities of a flowchart run, and in which order.</summary>
public sealed class FlowchartTests
{
    public static TheoryData<string, object[], string, string> Cases => new()
    {
        { "nothing", [], "", "" },
        { "a line", ["a", "b", "c"], "a>b b>c", "a b c" },
        { "the first without inbound connections starts", ["b", "a"], "a>b", "a b" },
        { "exactly one starts", ["a", "b", "x"], "a>b", "a b" },
        { "Start wins", ["a", Of("s", "Elsa.Start"), "b"], "s>b", "b" },
        { "a trigger wins over the first, and waits when nothing triggered it", ["a", Trigger("t", "T"), "b"], "t>b", "" },
        { "only loops: the first of the list starts", ["a", Decision("d", "false")], "a>d d.True>a", "a" },
        { "breadth first", ["s", "l1", "l2", "r1", "r2"], "s>l1 s>r1 l1>l2 r1>r2", "s l1 r1 l2 r2" },
        { "in the order of the connections", ["s", "x", "y"], "s>y s>x", "s y x" },
        { "an implicit join waits for all", ["s", "a", "b1", "b2", "j"], "s>a s>b1 b1>b2 a>j b2>j", "s a b1 b2 j" },
        { "a dead branch does not hold a join", ["s", Decision("d", "false"), "dead", "b", "j"], "s>d s>b d.True>dead dead>j b>j", "s b j" },
        { "all branches dead: the join is dead", [Decision("d", "false"), "x", "j", "z"], "d.True>x x>j j>z", "" },
        { "two ports to one target", [Decision("d", "true"), "z"], "d.True>z d.False>z", "z" },
        { "WaitAll goes on with all", ["s", "a", "b", Join("j", "WaitAll"), "z"], "s>a s>b a>j b>j j>z", "s a b z" },
        { "WaitAll is skipped when one is dead", ["s", "a", Decision("d", "false"), Join("j", "WaitAll"), "z"], "s>a s>d a>j d.True>j j>z", "s a" },
        { "WaitAllActive goes on with those alive", ["s", "a", Decision("d", "false"), Join("j", "WaitAllActive"), "z"], "s>a s>d a>j d.True>j j>z", "s a z" },
        { "WaitAny runs once", ["s", "a", "b", Join("j", "WaitAny"), "z"], "s>a s>b a>j b>j j>z", "s a b z" },
        { "a join without a mode is WaitAny", ["s", "a", "b1", "b2", Of("j", "Elsa.FlowJoin"), "z"], "s>a s>b1 b1>b2 a>j b2>j j>z", "s a b1 b2 z" },
        { "End lets scheduled siblings run but not their followers", ["s", Of("e", "Elsa.End"), "b", "c"], "s>e s>b b>c", "s b" },
        { "Finish drops what is scheduled", ["s", Of("f", "Elsa.Finish"), "b"], "s>f s>b", "s" },
        { "Complete ends everything around it", [Flowchart("in", ["i", Of("c", "Elsa.Complete"), "n"], "i>c c>n"), "z"], "in>z", "i" },
        { "End ends its own flowchart only", [Flowchart("in", ["i", Of("c", "Elsa.End"), "n"], "i>c c>n"), "z"], "in>z", "i z" },
        { "a connection to nowhere is dropped", ["a", "b"], "a>gone gone>b a>b", "a b" },
        { "FlowSwitch takes the first match", [Switch("MatchFirst"), "a", "b", "d"], "w.A>a w.B>b w.Default>d", "a" },
        { "FlowSwitch takes all matches", [Switch("MatchAny"), "a", "b", "d"], "w.A>a w.B>b w.Default>d", "a b" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Runs(string rule, object[] activities, string connections, string expected)
    {
        var run = await new InMemory(Define.Flow(activities, connections)).StartAsync();
        string.Join(' ', run.Lines).ShouldBe(expected, rule);
    }

    [Theory]
    [InlineData("i<3", "i1 i2 i3 z")]
    [InlineData("i<1", "i1 z")]
    public async Task A_loop_runs_while_its_decision_leads_back(string condition, string expected)
    {
        var run = await new InMemory(Define.Flow(
            [Set("inc", "i", "variables.i + 1"), Of("say", "Elsa.WriteLine", ("text", Script("'i' + variables.i"))), Decision("d", condition.Replace("i", "variables.i")), "z"],
            "inc>say say>d d.True>inc d.False>z", variables: [Variable("i", "Int32", "0")])).StartAsync();
        string.Join(' ', run.Lines).ShouldBe(expected);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_loop_in_a_loop_runs_anew_in_each_pass()
    {
        var run = await new InMemory(Define.Flow(
            [Set("outer", "o", "variables.o + 1"), Set("reset", "i", "0"), Set("inner", "i", "variables.i + 1"), "x", Decision("di", "variables.i < 2"), Decision("do", "variables.o < 3"), "z"],
            "outer>reset reset>inner inner>x x>di di.True>inner di.False>do do.True>outer do.False>z",
            variables: [Variable("o", "Int32", "0"), Variable("i", "Int32", "0")])).StartAsync();
        string.Join(' ', run.Lines).ShouldBe("x x x x x x z");
    }

    [Fact]
    public async Task The_exit_of_a_loop_that_joins_a_branch_from_before_runs_in_the_first_pass()
    {
        // As Elsa: the way from before was taken, the exit was visited, so the join has all it waits for.
        var run = await new InMemory(Define.Flow(
            ["s", Set("inc", "i", "variables.i + 1"), Decision("d", "variables.i < 3"), "z"], "s>inc s>z inc>d d.True>inc d.False>z", variables: [Variable("i", "Int32", "0")])).StartAsync();
        run.Lines.Count(l => l == "z").ShouldBe(1);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task What_joins_a_dead_branch_from_before_a_loop_is_not_left_behind()
    {
        // The counters alone would end the flowchart without z: the dead way belongs to the first round, the exit to a later one.
        var run = await new InMemory(Define.Flow(
            [Decision("first", "false"), Set("inc", "i", "variables.i + 1"), Decision("d", "variables.i < 3"), "z", "after"],
            "first.True>z first.False>inc inc>d d.True>inc d.False>z z>after", variables: [Variable("i", "Int32", "0")])).StartAsync();
        string.Join(' ', run.Lines).ShouldBe("z after");
    }

    [Fact]
    public async Task A_way_back_that_is_no_loop_is_an_incident_of_the_activity_that_took_it_and_refused_when_published()
    {
        var definition = Define.Flow(["s", "a", Decision("d", "variables.n++ < 1"), "b"], "s>a s>b a>d b>d d.True>a");
        InMemory.Compile(definition).Diagnostics.ShouldContain(d => d.Message.Contains("not the head of a loop"));
        var run = await new InMemory(Define.Flow(["s", "a", Decision("d", "true"), "b"], "s>a s>b a>d b>d d.True>a")).StartAsync();
        run.Incidents.ShouldHaveSingleItem().Node.Id.ShouldBe("d");
    }

    [Fact]
    public async Task WaitAny_cancels_what_waits_on_the_other_ways_and_ignores_it_later()
    {
        var run = await new InMemory(Define.Flow([Of("s", "Elsa.FlowFork", ("branches", Expression("Object", "[\"A\",\"B\"]"))), Event("slow", "Never"), "quick", Join("j", "WaitAny"), "z"], "s.A>slow s.B>quick slow>j quick>j j>z")).StartAsync();
        run.Journal.ShouldContain("slow:Canceled");
        run.Lines.ShouldBe(["quick", "z"]);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task WaitAny_in_a_loop_runs_once_per_pass()
    {
        var run = await new InMemory(Define.Flow(
            [Set("inc", "i", "variables.i + 1"), "a", "b", Join("j", "WaitAny"), "z", Decision("d", "variables.i < 3")],
            "inc>a inc>b a>j b>j j>z z>d d.True>inc", variables: [Variable("i", "Int32", "0")])).StartAsync();
        run.Lines.Count(l => l == "z").ShouldBe(3);
    }

    [Fact]
    public async Task A_diamond_waits_for_the_side_that_waits()
    {
        var run = await new InMemory(Define.Flow(["s", "quick", Event("slow", "Go"), "z"], "s>quick s>slow quick>z slow>z")).StartAsync();
        run.Lines.ShouldBe(["s", "quick"]);
        await run.SignalAsync("Go");
        run.Lines.ShouldBe(["s", "quick", "z"]);
    }

    [Fact]
    public async Task An_endless_loop_is_cut_and_goes_on_in_further_bursts()
    {
        var run = await new InMemory(Define.Flow([Set("inc", "i", "variables.i + 1"), Decision("d", "variables.i < 30")], "inc>d d.True>inc", variables: [Variable("i", "Int32", "0")])) { MaxSteps = 10 }.StartAsync();
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Executing);
        var bursts = 1;
        for (; run.Instance.SubStatus == WorkflowSubStatus.Executing; bursts++)
        {
            await run.ContinueAsync();
        }

        bursts.ShouldBe(7);
        run.Variable("i").ShouldBe(30);
    }

    private static System.Text.Json.Nodes.JsonObject Switch(string mode) => Of("w", "Elsa.FlowSwitch", ("mode", Literal(mode)), ("cases", new object[]
    {
        new { label = "A", condition = new { type = "JavaScript", value = "1 < 2" } },
        new { label = "B", condition = new { type = "Literal", value = "true" } },
    }));
}
