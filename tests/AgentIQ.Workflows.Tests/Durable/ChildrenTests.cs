using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Children;
using Dapper;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Parents and children on PostgreSQL.</summary>
public sealed class ChildrenTests
{
    private static readonly string Waiting = Define.Flow([Define.Event("e", "Go"), Note("kn", "child")], "e>kn", id: "child");

    [Fact]
    public async Task A_child_that_ends_inside_is_committed_with_its_parent()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Note("k", "child"), Output("o", "Answer", "42")], "k>o", id: "child"));
        await engine.PublishAsync(Define.Flow([Execute("x", "child", wait: true), Note("n", "parent")], "x>n"));

        var parent = await engine.StartAsync();
        (await engine.RunBurstsAsync()).ShouldBe(1);

        (await engine.NotesAsync()).ShouldBe(["child", "parent"]);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
        var child = await ChildOfAsync(engine, parent);
        (await engine.FindAsync(child)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.JournalAsync(child)).ShouldBe(["k:Started", "k:Completed", "o:Started", "o:Completed"]);
    }

    [Theory]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.DispatchWorkflow")]
    public async Task A_child_that_waits_wakes_its_parent_when_it_ends(string type)
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Waiting);
        await engine.PublishAsync(Define.Flow([Calling(type, "x", correlation: "c"), Note("n", "parent")], "x>n"));
        var parent = await engine.StartAsync(correlation: "p");
        await engine.PumpAsync();
        (await engine.FindAsync(parent)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);

        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["child", "parent"]);
        (await engine.FindAsync(parent)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.CountAsync("workflow_signals")).ShouldBe(0);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Fact]
    public async Task A_stimulus_that_came_before_the_child_reaches_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Waiting);
        await engine.PublishAsync(Define.Flow([Calling("Elsa.ExecuteWorkflow", "x", correlation: "c"), Note("n", "parent")], "x>n"));
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();

        await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["child", "parent"]);
    }

    [Fact]
    public async Task A_child_that_takes_the_correlation_in_mid_flow_gets_what_waited_for_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Elsa.Correlate", ("correlationId", Define.Literal("late"))), Define.Event("e", "Go"), Note("kn", "child")], "c>e e>kn", id: "child"));
        await engine.PublishAsync(Define.Flow([Calling("Elsa.ExecuteWorkflow", "x"), Note("n", "parent")], "x>n"));
        await engine.SignalAsync("Go", "late");
        await engine.PumpAsync();

        await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["child", "parent"]);
    }

    [Fact]
    public async Task The_end_of_a_child_that_comes_before_the_parents_bookmark_waits_for_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Later"), Note("n", "parent")], "e>n"));
        var parent = await engine.StartAsync();
        await engine.InTenantAsync(scope => engine.Workflows.SignalAsync(scope, new Stimulus("Later") { InstanceId = parent }, CancellationToken.None));

        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["parent"]);
    }

    [Fact]
    public async Task A_step_that_fails_inside_a_child_is_undone_alone()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.AfterNote = context => context.ActivityId == "bad" ? throw new InvalidOperationException("no luck") : Task.CompletedTask;
        await engine.PublishAsync(Define.Flow([Note("good", "good"), Note("bad", "bad")], "good>bad", id: "child"));
        await engine.PublishAsync(Define.Flow([Note("a", "before"), Execute("x", "child"), Note("n", "after"), Define.Event("w", "Never")], "a>x x>n n>w"));

        var parent = await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["before", "good", "after"]);
        var child = await ChildOfAsync(engine, parent);
        (await engine.FindAsync(child)).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        (await engine.FindAsync(parent)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        (await engine.IncidentsAsync(child)).Single().Message.ShouldBe("no luck");
        var shown = (await engine.IncidentsAsync(parent)).Single();
        shown.ActivityId.ShouldBe("x");
        shown.Message.ShouldContain("no luck");
        engine.Probe.Incidents.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Retrying_what_the_parent_shows_retries_the_child_and_resolves_both()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.AfterNote = context => context.ActivityId == "bad" ? throw new InvalidOperationException("no luck") : Task.CompletedTask;
        await engine.PublishAsync(Define.Flow([Note("bad", "mended")], "", id: "child"));
        await engine.PublishAsync(Define.Flow([Dispatch("x", "child", wait: true), Define.Event("w", "Never")], "x>w"));
        var parent = await engine.StartAsync();
        await engine.PumpAsync();
        var shown = (await engine.IncidentsAsync(parent)).Single();

        engine.Probe.AfterNote = _ => Task.CompletedTask;
        (await engine.InTenantAsync(scope => engine.Incidents.RetryAsync(scope, shown.Id, "Anna", CancellationToken.None))).ShouldBeTrue();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["mended"]);
        (await engine.IncidentsAsync()).ShouldBeEmpty();
        (await engine.FindAsync(parent)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        engine.Probe.Seen.Count(s => s == "resolved").ShouldBe(2);
    }

    [Fact]
    public async Task What_a_parent_shows_is_resolved_when_it_ends()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Fault("f")], "", id: "child"));
        await engine.PublishAsync(Define.Flow([Execute("x", "child"), Define.Event("w", "Go")], "x>w"));
        var parent = await engine.StartAsync(correlation: "p");
        await engine.PumpAsync();
        (await engine.IncidentsAsync(parent)).Count.ShouldBe(1);

        await engine.SignalAsync("Go", "p");
        await engine.PumpAsync();

        (await engine.IncidentsAsync(parent)).ShouldBeEmpty();
        (await engine.IncidentsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_dispatched_child_and_its_parents_burst_are_one_transaction()
    {
        await using var engine = await Engine.CreateAsync();
        var runs = 0;
        engine.Probe.AfterNote = _ => runs++ == 0 ? throw new TimeoutException("the connection is slow") : Task.CompletedTask;
        await engine.PublishAsync(Define.Flow([Note("k", "child")], "", id: "child"));
        await engine.PublishAsync(Define.Flow([Dispatch("x", "child"), Note("n", "parent")], "x>n"));

        await engine.StartAsync();
        await engine.RunBurstsAsync();
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["parent", "child"]);
        (await engine.CountAsync("workflow_instances")).ShouldBe(2);
    }

    [Fact]
    public async Task Bulk_children_are_counted_to_the_last()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Note("k", "child")], "", id: "child"));
        await engine.PublishAsync(Define.Flow(
            [Define.Of("x", "Elsa.BulkDispatchWorkflows", ("workflowDefinitionId", Define.Literal("child")), ("items", Define.Script("[1,2,3,4,5,6,7,8,9,10]"))), Note("n", "all")], "x.Completed>n"));

        var parent = await engine.StartAsync();
        await engine.PumpAsync();

        var notes = await engine.NotesAsync();
        notes.Count.ShouldBe(11);
        notes[^1].ShouldBe("all");
        (await engine.FindAsync(parent)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.CountAsync("workflow_signals")).ShouldBe(0);
    }

    [Fact]
    public async Task A_workflow_used_as_an_activity_stays_on_the_version_it_was_compiled_with()
    {
        await using var engine = await Engine.CreateAsync();
        string Greeter(string text, int version) => Usable(Define.Flow([Define.Event("e", "Go"), Note("k", text)], "e>k", id: "Greeter"), version);
        await engine.PublishAsync(Greeter("first", 1));
        var descriptor = (await engine.InTenantAsync(scope => engine.WorkflowActivities.ListAsync(scope, CancellationToken.None))).Single();
        var use = Use("g", descriptor.TypeName, descriptor.Version, ("workflowDefinitionId", "Greeter"), ("workflowDefinitionVersionId", descriptor.Workflow!.VersionId));
        await engine.PublishAsync(Define.Flow([use, Note("n", "after")], "g>n"));
        await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        await engine.PublishAsync(Greeter("second", 2));

        await using var restarted = engine.Another();
        await restarted.SignalAsync("Go", "c");
        await restarted.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["first", "after"]);
        (await engine.InTenantAsync(scope => engine.WorkflowActivities.ListAsync(scope, CancellationToken.None))).Single().Version.ShouldBe(2);
    }

    [Fact]
    public async Task Another_tenants_workflow_is_no_activity()
    {
        await using var engine = await Engine.CreateAsync();
        var stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");
        await engine.Database.InTenantAsync(stranger, scope => engine.Definitions.PublishAsync(scope, Usable(Define.Flow(["k"], "", id: "Theirs")), "them", CancellationToken.None), CancellationToken.None);

        (await engine.InTenantAsync(scope => engine.WorkflowActivities.ListAsync(scope, CancellationToken.None))).ShouldBeEmpty();
        var refusal = await Should.ThrowAsync<AgentIQ.Workflows.Definitions.InvalidDefinitionException>(() => engine.PublishAsync(Define.Flow([Use("g", "Theirs")], "")));
        refusal.Message.ShouldContain("'Theirs'");
    }

    private static System.Text.Json.Nodes.JsonObject Calling(string type, string id, string? correlation = null) =>
        type == "Elsa.ExecuteWorkflow" ? Execute(id, "child", wait: true, correlation: correlation) : Dispatch(id, "child", wait: true, correlation: correlation);

    private static System.Text.Json.Nodes.JsonObject Note(string id, string text) => Define.Of(id, "Test.Note", ("text", Define.Literal(text)));

    private static Task<Guid> ChildOfAsync(Engine engine, Guid parent) =>
        engine.InTenantAsync(scope => scope.Connection.ExecuteScalarAsync<Guid>("SELECT id FROM agentiq.workflow_instances WHERE parent_instance_id = @parent", new { parent }));
}
