using System.Net;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.Tests.Durable;
using AgentIQ.Workflows.Tests.Http;
using Dapper;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;
using static AgentIQ.Workflows.Tests.Sandbox.SandboxEngine;

namespace AgentIQ.Workflows.Tests.Sandbox;

/// <summary>Trial runs and real instances never meet.</summary>
public sealed class SandboxWorldTests
{
    private static readonly string Waiting = Define.Flow([Define.Event("e", "Go"), "z"], "e>z");

    [Theory]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.DispatchWorkflow")]
    public async Task A_child_of_a_trial_run_is_one_and_wakes_its_parent(string type)
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call"), Define.Event("e", "Go")], "c>e", id: "child"));
        await engine.PublishAsync(Define.Flow([type == "Elsa.ExecuteWorkflow" ? Execute("x", "child", wait: true, correlation: "c") : Dispatch("x", "child", wait: true, correlation: "c"), Note("after")], "x>after"));

        var parent = await engine.TryAsync();
        await engine.PumpAsync();
        (await engine.InstancesAsync("child")).ShouldBe([(true, "Suspended")]);
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();

        engine.Probe.Seen.ShouldBeEmpty();
        (await engine.NotesAsync()).ShouldBe(["after"]);
        var summary = await engine.FindAsync(parent);
        summary.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        summary.IsSandbox.ShouldBeTrue();
        (await engine.InTenantAsync(scope => engine.Viewer.FindAsync(scope, parent, CancellationToken.None))).ShouldNotBeNull().IsSandbox.ShouldBeTrue();
    }

    [Fact]
    public async Task So_are_many_children_at_once_and_workflows_used_as_activities()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call")], "", id: "child"));
        await engine.PublishAsync(Usable(Define.Flow([Define.Of("c", "Test.Call")], "", id: "Inner")));
        var inner = (await engine.InTenantAsync(scope => engine.WorkflowActivities.ListAsync(scope, CancellationToken.None))).Single();
        await engine.PublishAsync(Define.Flow(
            [Define.Of("b", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Define.Literal("child")), ("items", Define.Script("[1,2]"))), Use("u", inner.TypeName, inner.Version, ("workflowDefinitionId", "Inner"), ("workflowDefinitionVersionId", inner.Workflow!.VersionId)), Note("after")], "b>u u>after"));

        await engine.TryAsync();
        await engine.PumpAsync();

        engine.Probe.Seen.ShouldBeEmpty();
        (await engine.InstancesAsync("child")).ShouldBe([(true, "Finished"), (true, "Finished")]);
        (await engine.NotesAsync()).ShouldBe(["after"]);
    }

    [Fact]
    public async Task What_a_trial_run_publishes_neither_wakes_nor_starts_a_real_instance()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Waiting);
        await engine.PublishAsync(Define.Flow([Define.Trigger("t", "Go"), Note("started")], "t>started", id: "triggered"));
        await engine.PublishAsync(Define.Flow([Publish("p", "Go"), Publish("q", "Go", "c")], "p>q", id: "sender"));
        var real = new[] { await engine.StartAsync(), await engine.StartAsync(correlation: "c") };
        var tried = await engine.TryAsync();
        await engine.PumpAsync();

        await engine.TryAsync("sender");
        await engine.PumpAsync();

        foreach (var id in real)
        {
            (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        }

        (await engine.FindAsync(tried)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.InstancesAsync("triggered")).ShouldBe([(true, "Finished"), (true, "Finished")]);
    }

    [Fact]
    public async Task What_a_real_instance_publishes_does_not_reach_a_trial_run()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Waiting);
        await engine.PublishAsync(Define.Flow([Publish("p", "Go"), Publish("q", "Go", "c")], "p>q", id: "sender"));
        var tried = new[] { await engine.TryAsync(), await engine.TryAsync(correlation: "c") };
        var real = await engine.StartAsync();
        await engine.PumpAsync();

        await engine.StartAsync("sender");
        await engine.PumpAsync();

        foreach (var id in tried)
        {
            (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        }

        (await engine.FindAsync(real)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task From_outside_it_is_reached_by_its_name_and_not_by_a_broadcast()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Waiting);
        var (named, correlated, marked) = (await engine.TryAsync(), await engine.TryAsync(correlation: "c"), await engine.TryAsync());
        await engine.PumpAsync();

        await engine.SendAsync(new Stimulus("Go"));
        await engine.PumpAsync();
        (await engine.CountAsync("workflow_instances WHERE sub_status = 'Suspended'")).ShouldBe(3);

        await engine.SendAsync(new Stimulus("Go") { InstanceId = named });
        await engine.SendAsync(new Stimulus("Go", "c"));
        await engine.PumpAsync();
        (await engine.FindAsync(named)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.FindAsync(correlated)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);

        await engine.SendAsync(new Stimulus("Go") { Sandbox = true });
        await engine.PumpAsync();
        (await engine.FindAsync(marked)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stimulus_that_waits_waits_for_its_own_world(bool isSandbox)
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Waiting);
        await engine.SendAsync(new Stimulus("Go", "c") { Sandbox = isSandbox });
        await engine.PumpAsync();
        (await engine.CountAsync("workflow_signals")).ShouldBe(1);

        var other = isSandbox ? await engine.StartAsync(correlation: "c") : await engine.TryAsync(correlation: "c");
        await engine.PumpAsync();
        (await engine.FindAsync(other)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        var own = isSandbox ? await engine.TryAsync(correlation: "c") : await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        (await engine.FindAsync(own)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.FindAsync(other)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }

    [Fact]
    public async Task One_that_takes_a_correlation_later_finds_only_what_waits_for_its_world()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("k", "Elsa.Correlate", ("correlationId", Define.Literal("later"))), Define.Event("e", "Go"), "z"], "k>e e>z"));
        await engine.SendAsync(new Stimulus("Go", "later") { Sandbox = false });
        await engine.PumpAsync();

        var tried = await engine.TryAsync();
        await engine.PumpAsync();
        (await engine.FindAsync(tried)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        var real = await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.FindAsync(real)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.FindAsync(tried)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Theory]
    [InlineData("SingletonStrategy")]
    [InlineData("CorrelatedSingletonStrategy")]
    [InlineData("CorrelationStrategy")]
    public async Task Neither_stands_in_the_others_way(string strategy)
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z", options: Strategy(strategy)));
        await engine.PublishAsync(Define.Flow([Execute("x", "test", correlation: "c"), "z"], "x>z", id: "caller"));

        var tried = await engine.TryAsync(correlation: "c");
        var real = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        real.ShouldNotBe(tried);
        (await engine.InstancesAsync("test")).ShouldBe([(true, "Suspended"), (false, "Suspended")]);
        (await engine.TryAsync(correlation: "c")).ShouldBe(tried);
        (await engine.StartAsync(correlation: "c")).ShouldBe(real);
        await engine.TryAsync("caller");
        await engine.PumpAsync();
        (await engine.InTenantAsync(s => engine.Monitor.OpenIncidentsAsync(s, instanceId: null, CancellationToken.None))).ShouldBeEmpty();
        (await engine.InstancesAsync("caller")).ShouldBe([(true, "Faulted")]);
    }

    [Fact]
    public async Task An_idempotency_key_counts_in_its_own_world()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Waiting);
        var tried = await engine.TryAsync(key: "k");
        var real = await engine.InTenantAsync(s => engine.Workflows.StartAsync(s, new StartWorkflow("test") { IdempotencyKey = "k" }, CancellationToken.None));

        real.ShouldNotBe(tried);
        (await engine.TryAsync(key: "k")).ShouldBe(tried);
    }

    [Fact]
    public async Task Its_incidents_are_its_own_affair()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Fault("f")], ""));
        var (tried, real) = (await engine.TryAsync(), await engine.StartAsync());
        await engine.PumpAsync();

        (await engine.IncidentsAsync()).Select(i => i.Instance.Id).ShouldBe([real]);
        (await engine.IncidentsAsync(tried)).Single().Instance.IsSandbox.ShouldBeTrue();
        engine.Probe.Incidents.Count(i => i.Instance.IsSandbox).ShouldBe(1);
    }

    [Fact]
    public async Task Its_steps_are_told_and_PostgreSQL_too_and_its_neighbours_in_the_batch_are_not()
    {
        await using var engine = await CreateAsync();
        var seen = new Dictionary<bool, string?>();
        engine.Probe.AfterNote = async context =>
            seen[context.IsSandbox] = await context.Scope.Connection.ExecuteScalarAsync<string?>("SELECT current_setting('agentiq.sandbox', true)");
        await engine.PublishAsync(Define.Flow([Note("n")], ""));
        await engine.TryAsync();
        await engine.StartAsync();

        (await engine.RunBurstsAsync()).ShouldBe(2);

        seen[true].ShouldBe("on");
        seen[false].ShouldNotBe("on");
    }

    [Fact]
    public async Task A_request_reaches_a_trial_run_only_by_its_name()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [
                Define.Of("e", "Elsa.HttpEndpoint", ("path", Define.Literal("hook")), ("supportedMethods", Define.Expression("Object", """["GET"]"""))),
                Define.Of("a", "Elsa.WriteHttpResponse", ("content", Define.Script("getWorkflowInstanceId()"))),
            ],
            "e>a"));
        var tried = await engine.TryAsync();
        await engine.PumpAsync();
        await using var web = await WebProcess.StartAsync(engine);

        (await web.Client.GetAsync("shop/hook")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await web.Client.GetStringAsync($"shop/hook?workflowInstanceId={tried}")).ShouldBe(tried.ToString());
    }

    [Fact]
    public async Task In_memory_they_never_meet_either()
    {
        var world = new InMemoryWorkflows();
        world.Publish(Waiting);
        world.Publish(Define.Flow([Publish("p", "Go")], "", id: "sender"));
        var (tried, real) = (await world.StartAsync(new StartWorkflow("test") { Sandbox = true }), await world.StartAsync(new StartWorkflow("test")));

        await world.StartAsync(new StartWorkflow("sender") { Sandbox = true });
        real.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        tried.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        await world.SignalAsync(new Stimulus("Go"));
        real.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }
}
