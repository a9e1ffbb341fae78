using AgentIQ.Workflows.Execution;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Children;

public sealed class RunTaskTests
{
    [Fact]
    public async Task Asks_the_host_and_goes_on_with_the_report()
    {
        var run = Define.Of("t", "Elsa.RunTask", ("taskName", Define.Literal("Pack")), ("payload", Json(new { box = 1 })), ("result", Bound("R")));
        var world = await new World(Define.Flow(["a", run, Say("z", "variables.R.weight + ' ' + (getOutputFrom('t', 'TaskId') ? 'known' : 'unknown')")], "a>t t>z", variables: [Define.Variable("R")])).StartAsync();
        var task = world.Tasks.Single();
        task.Name.ShouldBe("Pack");
        AgentIQ.Workflows.Expressions.PlainValue.ToNode(task.Payload)!.ToJsonString().ShouldBe("""{"box":1}""");
        world.Main.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);

        await world.SignalAsync(task.Stimulus, new { weight = 3 }, instance: world.Main.Id);

        world.Lines.ShouldBe(["a", "3 known"]);
    }

    [Fact]
    public async Task Needs_a_name()
    {
        var world = await new World(Define.Flow([Define.Of("t", "Elsa.RunTask")], "")).StartAsync();

        world.Incidents.Single().Incident.Message.ShouldContain("Set TaskName");
    }
}
