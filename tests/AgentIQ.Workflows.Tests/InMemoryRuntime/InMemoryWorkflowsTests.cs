using System.Text.Json;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.InMemoryRuntime;

/// <summary>Instances in one world: how they wait, hear each other and exclude each other.</summary>
public sealed class InMemoryWorkflowsTests
{
    private readonly InMemoryWorkflows _world = new();

    [Fact]
    public async Task An_instance_waits_for_its_event_and_takes_what_comes_with_it()
    {
        _world.Publish(Root(Sequence("s", Event("wait", "Paid"), Line("end"))));

        var instance = await _world.StartAsync(new StartWorkflow("test", "order-1"));
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        instance.Bookmarks.Single().ShouldBe(new BookmarkSummary("Paid", "wait", null));
        await _world.SignalAsync(new Stimulus("Paid", "order-2"));
        _world.Lines.ShouldBeEmpty();
        await _world.SignalAsync(new Stimulus("Paid", "order-1"));

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        _world.Lines.ShouldBe(["end"]);
    }

    [Fact]
    public async Task A_stimulus_that_comes_before_its_bookmark_waits_and_a_broadcast_does_not()
    {
        _world.Publish(Root(Sequence("s", Event("first", "One"), Event("second", "Two"), Line("end"))));
        var instance = await _world.StartAsync(new StartWorkflow("test", "c"));

        await _world.SignalAsync(new Stimulus("Two"));
        await _world.SignalAsync(new Stimulus("One", "c"));
        instance.Bookmarks.Single().Name.ShouldBe("Two");
        await _world.SignalAsync(new Stimulus("Two", "c"));
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);

        var other = await _world.StartAsync(new StartWorkflow("test", "d"));
        await _world.SignalAsync(new Stimulus("Two", "d"));
        await _world.SignalAsync(new Stimulus("One", "d"));
        other.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task An_event_of_one_instance_reaches_another_and_starts_a_third()
    {
        _world.Publish(Root(Sequence("s", Event("wait", "News"), Line("heard")), id: "listener"));
        _world.Publish(Root(Sequence("s", Trigger("begin", "News"), Line("started")), id: "triggered"));
        _world.Publish(Root(Of("tell", "Elsa.PublishEvent", ("eventName", Literal("News"))), id: "teller"));
        await _world.StartAsync(new StartWorkflow("listener"));

        await _world.StartAsync(new StartWorkflow("teller"));

        _world.Instances.Select(i => $"{i.DefinitionId} {i.SubStatus}").ShouldBe(["listener Finished", "teller Finished", "triggered Finished"]);
        _world.Lines.ShouldBe(["started", "heard"], ignoreOrder: true);
    }

    [Fact]
    public async Task Time_passes_only_to_the_next_timer_and_the_earliest_fires_first()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var world = new InMemoryWorkflows(options: new InMemoryOptions { StartsAt = start });
        world.Publish(Root(Sequence("s", Delay("long", TimeSpan.FromHours(2)), Line("late")), id: "late"));
        world.Publish(Root(Sequence("s", Delay("short", TimeSpan.FromHours(1)), Line("early")), id: "early"));
        await world.StartAsync(new StartWorkflow("late"));
        await world.StartAsync(new StartWorkflow("early"));
        await world.StartAsync(new StartWorkflow("early") { DueAt = start.AddMinutes(90) });

        world.Lines.ShouldBeEmpty();
        while (await world.SkipToNextTimerAsync(TestContext.Current.CancellationToken))
        {
        }

        world.Lines.ShouldBe(["early", "late", "early"]);
        world.Clock.GetUtcNow().ShouldBe(start.AddMinutes(150), TimeSpan.FromSeconds(1));
        (await world.SkipToNextTimerAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_singleton_starts_no_second_instance_while_one_runs()
    {
        _world.Publish(Root(Event("wait", "Go"), new { activationStrategyType = "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime" }));
        var first = await _world.StartAsync(new StartWorkflow("test", "a"));

        (await _world.StartAsync(new StartWorkflow("test", "b"))).ShouldBe(first);
        await _world.SignalAsync(new Stimulus("Go"));
        (await _world.StartAsync(new StartWorkflow("test", "b"))).ShouldNotBe(first);
    }

    [Fact]
    public async Task An_incident_can_be_retried_and_an_instance_cancelled()
    {
        _world.Publish(Root(Sequence("s", Set("broken", "V", "variables.Ready ? 1 : missing()"), Line("end")), variables: [Variable("V"), Variable("Ready")]));
        var instance = await _world.StartAsync(new StartWorkflow("test"));
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        instance.Incidents.Single().ActivityId.ShouldBe("broken");

        (await _world.RetryAsync(instance, instance.Incidents[0].Id)).ShouldBeTrue();
        instance.Incidents.Count.ShouldBe(2, "it is as broken as before");
        (await _world.RetryAsync(instance, instance.Incidents[0].Id)).ShouldBeFalse("that one is closed");

        _world.Publish(Root(Event("wait", "Never")));
        var waiting = await _world.StartAsync(new StartWorkflow("test"));
        await _world.CancelAsync(waiting);
        waiting.SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        waiting.Journal[^1].Event.ShouldBe("Canceled");
    }

    [Fact]
    public async Task What_was_not_published_here_cannot_be_started()
    {
        await new InMemoryWorkflows().StartAsync(new StartWorkflow("test")).ShouldThrowAsync<WorkflowNotFoundException>();

        Should.Throw<Workflows.Definitions.InvalidDefinitionException>(() => _world.Publish("{}")).Message.ShouldContain("definitionId");
    }

    [Fact]
    public async Task The_payload_of_an_event_goes_to_every_bookmark_of_the_first_instance_that_waits()
    {
        _world.Publish(Root(Of("p", "Elsa.Parallel", ("activities", new[] { Event("one", "Go"), Event("two", "Go") }))));
        var first = await _world.StartAsync(new StartWorkflow("test"));
        var second = await _world.StartAsync(new StartWorkflow("test"));

        (await _world.PublishEventAsync("Go", JsonElement.Parse("1"), TestContext.Current.CancellationToken)).ShouldBeTrue();
        first.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        second.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        (await _world.PublishEventAsync("Other", ct: TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
