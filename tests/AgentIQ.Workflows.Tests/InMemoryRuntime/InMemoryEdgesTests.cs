using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.InMemoryRuntime;

/// <summary>Time and HTTP without a database: the engine's own activities find what they need.</summary>
public sealed class InMemoryEdgesTests
{
    public static TheoryData<string, string, string> Timers => new()
    {
        { "Elsa.Timer", "interval", "00:01:00" },
        { "Elsa.Delay", "timeSpan", "00:01:00" },
        { "Elsa.Cron", "cronExpression", "0 0 * * * *" },
        { "Elsa.StartAt", "dateTime", "2100-01-01T00:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(Timers))]
    public async Task A_timer_waits_and_the_skipped_time_meets_it(string type, string input, string value)
    {
        var world = new InMemoryWorkflows();
        world.Publish(Root(Sequence("s", Of("timer", type, (input, Literal(value))), Line("end"))));

        var instance = await world.StartAsync(new StartWorkflow("test"));
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Suspended, instance.Incidents.FirstOrDefault()?.Message);
        await world.SkipToNextTimerAsync();

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        world.Lines.ShouldBe(["end"]);
    }

    [Fact]
    public async Task A_StartAt_in_the_past_completes_at_once()
    {
        var world = new InMemoryWorkflows();
        world.Publish(Root(Sequence("s", Of("at", "Elsa.StartAt", ("dateTime", Literal("2020-01-01T00:00:00Z"))), Line("end"))));

        (await world.StartAsync(new StartWorkflow("test"))).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory]
    [InlineData(false, "reaches nobody")]
    [InlineData(true, "127.0.0.1")]
    public async Task A_request_is_sent_only_with_leave_and_never_into_the_machine(bool isAllowed, string reason)
    {
        var world = new InMemoryWorkflows(options: new InMemoryOptions { RealEffects = isAllowed ? new HashSet<string> { "Elsa.FlowSendHttpRequest" } : new HashSet<string>() });
        world.Publish(Define.Flow([Of("call", "Elsa.FlowSendHttpRequest", ("url", Literal("http://127.0.0.1:9/")), ("authorization", Literal("Bearer abc")))], string.Empty));

        var instance = await world.StartAsync(new StartWorkflow("test"));

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        instance.Incidents.Single().Message.ShouldContain(reason);
    }

    [Fact]
    public async Task An_effect_that_fails_in_a_sequence_is_an_incident_too()
    {
        var world = new InMemoryWorkflows();
        world.Publish(Root(Sequence("s", Of("call", "Elsa.FlowSendHttpRequest", ("url", Literal("https://example.org/"))), Line("end"))));

        var instance = await world.StartAsync(new StartWorkflow("test"));

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        world.Lines.ShouldBeEmpty();
    }
}
