using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Children;
using Microsoft.Extensions.DependencyInjection;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Tasks that the host has done, and events that instances send each other.</summary>
public sealed class ChildrenTaskTests
{
    private static readonly string Packing = Define.Flow(
        [Define.Of("t", "Elsa.RunTask", ("taskName", Define.Literal("Pack")), ("payload", Json(new { box = 1 })), ("result", Bound("R"))), Noting("n", "variables.R.weight")],
        "t>n",
        variables: [Define.Variable("R")]);

    [Fact]
    public async Task A_task_is_announced_listed_and_reported_once()
    {
        var seen = new Tasks();
        await using var engine = await Engine.CreateAsync(s => s.AddSingleton<IWorkflowTaskObserver>(seen));
        await engine.PublishAsync(Packing);
        var instance = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        var task = (await engine.InTenantAsync(scope => engine.Monitor.WaitingTasksAsync(scope, instance, CancellationToken.None))).ShouldHaveSingleItem();
        task.Name.ShouldBe("Pack");
        task.Instance.ShouldBe(new InstanceReference(instance, "test", "c"));
        task.Payload!.Value.GetProperty("box").GetInt32().ShouldBe(1);
        seen.Announced.Single().Id.ShouldBe(task.Id);

        (await ReportAsync(engine, task.Id, 3)).ShouldBeTrue();
        (await ReportAsync(engine, task.Id, 4)).ShouldBeFalse();
        await engine.PumpAsync();
        (await ReportAsync(engine, task.Id, 5)).ShouldBeFalse();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["3"]);
        (await engine.FindAsync(instance)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.InTenantAsync(scope => engine.Monitor.WaitingTasksAsync(scope, null, CancellationToken.None))).ShouldBeEmpty();
        (await engine.CountAsync("workflow_signals")).ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_reports_at_the_same_time_one_counts()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Packing);
        await engine.StartAsync();
        await engine.PumpAsync();
        var task = (await engine.InTenantAsync(scope => engine.Monitor.WaitingTasksAsync(scope, null, CancellationToken.None))).Single();
        await using var one = await engine.Database.BeginAsync(Engine.Seller, CancellationToken.None);
        await using var two = await engine.Database.BeginAsync(Engine.Seller, CancellationToken.None);

        var first = await engine.Workflows.CompleteTaskAsync(one.Scope, task.Id, Weight(1), CancellationToken.None);
        var second = engine.Workflows.CompleteTaskAsync(two.Scope, task.Id, Weight(2), CancellationToken.None);
        await one.CommitAsync(CancellationToken.None);

        first.ShouldBeTrue();
        (await second).ShouldBeFalse();
        await two.CommitAsync(CancellationToken.None);
        await engine.PumpAsync();
        (await engine.NotesAsync()).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_cancelled_instance_waits_for_no_task()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Packing);
        var instance = await engine.StartAsync();
        await engine.PumpAsync();
        var task = (await engine.InTenantAsync(scope => engine.Monitor.WaitingTasksAsync(scope, null, CancellationToken.None))).Single();

        await engine.InTenantAsync(scope => engine.Workflows.CancelAsync(scope, instance, CancellationToken.None));
        await engine.PumpAsync();

        (await engine.InTenantAsync(scope => engine.Monitor.WaitingTasksAsync(scope, null, CancellationToken.None))).ShouldBeEmpty();
        (await ReportAsync(engine, task.Id, 1)).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_tenant_cannot_report_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Packing);
        await engine.StartAsync();
        await engine.PumpAsync();
        var task = (await engine.InTenantAsync(scope => engine.Monitor.WaitingTasksAsync(scope, null, CancellationToken.None))).Single();
        var stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");

        (await engine.Database.InTenantAsync(stranger, scope => engine.Workflows.CompleteTaskAsync(scope, task.Id, Weight(1), CancellationToken.None), CancellationToken.None)).ShouldBeFalse();
        (await ReportAsync(engine, task.Id, 2)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_published_event_reaches_those_who_wait_and_starts_those_who_begin_with_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Receiving("e", trigger: false), Noting("n", "'waited ' + variables.R.text")], "e>n", id: "waiter", variables: [Define.Variable("R")]));
        await engine.PublishAsync(Define.Flow([Receiving("e", trigger: true), Noting("n", "'started ' + variables.R.text + ' ' + getCorrelationId()")], "e>n", id: "starter", variables: [Define.Variable("R")]));
        await engine.PublishAsync(Define.Flow([Publishing("p", "c"), Noting("n", "'published'")], "p>n"));
        var (same, other) = (await engine.StartAsync("waiter", "c"), await engine.StartAsync("waiter", "d"));
        await engine.PumpAsync();

        await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["published", "waited hi", "started hi c"], ignoreOrder: true);
        (await engine.FindAsync(same)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.FindAsync(other)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }

    [Fact]
    public async Task A_broadcast_reaches_every_correlation()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "News")], "", id: "waiter"));
        await engine.PublishAsync(Define.Flow([Publishing("p", correlation: null)], ""));
        var waiters = new[] { await engine.StartAsync("waiter", "c"), await engine.StartAsync("waiter", "d"), await engine.StartAsync("waiter") };
        await engine.PumpAsync();

        await engine.StartAsync();
        await engine.PumpAsync();

        foreach (var waiter in waiters)
        {
            (await engine.FindAsync(waiter)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        }
    }

    [Fact]
    public async Task A_local_event_reaches_only_its_own_instance_after_the_burst()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "News")], "", id: "waiter"));
        var local = Publishing("p", correlation: null);
        local["isLocalEvent"] = Define.Literal("true");
        await engine.PublishAsync(Define.Flow(["s", Define.Event("e", "News"), local, Noting("m", "'after publishing'"), Noting("n", "'received'")], "s>e s>p p>m e>n"));
        var other = await engine.StartAsync("waiter");

        await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["after publishing", "received"]);
        (await engine.FindAsync(other)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }

    private static Task<bool> ReportAsync(Engine engine, Guid task, int weight) =>
        engine.InTenantAsync(scope => engine.Workflows.CompleteTaskAsync(scope, task, Weight(weight), CancellationToken.None));

    private static JsonElement Weight(int weight) => JsonSerializer.SerializeToElement(new { weight });

    private static System.Text.Json.Nodes.JsonObject Noting(string id, string script) => Define.Of(id, "Test.Note", ("text", Define.Script(script)));

    private static System.Text.Json.Nodes.JsonObject Receiving(string id, bool trigger)
    {
        var node = trigger ? Define.Trigger(id, "News") : Define.Event(id, "News");
        node["result"] = Bound("R");
        return node;
    }

    private static System.Text.Json.Nodes.JsonObject Publishing(string id, string? correlation)
    {
        var node = Define.Of(id, "Elsa.PublishEvent", ("eventName", Define.Literal("News")), ("payload", Define.Script("({ text: 'hi' })")));
        if (correlation is not null)
        {
            node["correlationId"] = Define.Literal(correlation);
        }

        return node;
    }

    private sealed class Tasks : IWorkflowTaskObserver
    {
        public List<WorkflowTask> Announced { get; } = [];

        public Task OnTaskAsync(TenantScope scope, WorkflowTask task, CancellationToken ct)
        {
            Announced.Add(task);
            return Task.CompletedTask;
        }
    }
}
