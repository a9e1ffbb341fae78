using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;
using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>What people do about what has failed.</summary>
public sealed class IncidentDeskTests
{
    private static readonly string[] Parts = ["a", "b", "c"];

    [Fact]
    public async Task A_retried_step_runs_again_and_the_journal_and_the_record_say_who_asked()
    {
        await using var engine = await Engine.CreateAsync();
        var isBroken = true;
        engine.Probe.AfterNote = _ => isBroken ? throw new InvalidOperationException("no") : Task.CompletedTask;
        var id = await RunAsync(engine, Define.Flow([Note("n"), "z"], "n>z"));

        isBroken = false;
        engine.Time.Advance(TimeSpan.FromMinutes(5));
        (await RetryAsync(engine, id)).ShouldBeTrue();
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.JournalAsync(id)).ShouldBe(["n:Started", "n:Faulted", "n:Retried", "n:Started", "n:Completed", "z:Started", "z:Completed"]);
        var action = (await ActionsAsync(engine, id)).ShouldHaveSingleItem();
        (action.Action, action.Actor, action.At).ShouldBe(("retry", "maria", engine.Time.GetUtcNow()));
        (await engine.InTenantAsync(s => engine.Monitor.JournalAsync(s, id, CancellationToken.None))).Single(r => r.Event == "Retried").Message.ShouldBe("Retried by maria");
    }

    [Fact]
    public async Task A_retried_effect_has_fresh_attempts_and_asks_the_outside_first()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.Outside = (_, _) => throw new InvalidOperationException("away");
        var id = await RunAsync(engine, Define.Flow([Define.Of("c", "Test.Call", ("key", Define.Literal("k"))), "z"], "c>z"));
        engine.Probe.Seen.Clear();

        await RetryAsync(engine, id);
        await engine.PumpAsync();
        engine.Probe.Seen.Where(s => s != "resolved").ShouldBe(["asked", "run", "asked", "run", "asked", "run"]);

        engine.Probe.HasHappened = _ => Task.FromResult<EffectResult?>(EffectResult.Success("it had"));
        engine.Probe.Seen.Clear();
        await RetryAsync(engine, id);
        await engine.PumpAsync();

        engine.Probe.Seen.Where(s => s != "resolved").ShouldBe(["asked"]);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_retried_wait_is_given_the_stimulus_that_it_could_not_digest()
    {
        await using var engine = await Engine.CreateAsync();
        var isBroken = true;
        engine.Probe.AfterResume = _ => isBroken ? throw new InvalidOperationException("no") : Task.CompletedTask;
        var id = await RunAsync(engine, Define.Flow([Define.Of("w", "Test.WaitOrLate"), Note("yes"), Note("late")], "w.Answered>yes w.Late>late"));
        await engine.SignalAsync("Answer", "c");
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);

        isBroken = false;
        await RetryAsync(engine, id);
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["yes"]);
        (await engine.JournalAsync(id)).ShouldBe(["w:Started", "w:Suspended", "w:Resumed", "w:Faulted", "w:Retried", "w:Resumed", "w:Completed", "yes:Started", "yes:Completed"]);
    }

    [Fact]
    public async Task One_of_several_incidents_inside_a_loop_s_bodies_can_be_retried_without_the_others()
    {
        await using var engine = await Engine.CreateAsync();
        var broken = new HashSet<string>(Parts);
        engine.Probe.AfterNote = context => broken.Contains(context.ActivityId) ? throw new InvalidOperationException(context.ActivityId) : Task.CompletedTask;
        var id = await RunAsync(engine, Define.Flow(
            ["s", Define.Sequence("a1", Note("a"), Note("a2")), Define.Sequence("b1", Note("b"), Note("b2")), Define.Sequence("c1", Note("c"), Note("c2")), Define.Join("j", "WaitAll"), Note("end")],
            "s>a1 s>b1 s>c1 a1>j b1>j c1>j j>end"));
        (await engine.IncidentsAsync(id)).Count.ShouldBe(3);

        foreach (var part in Parts)
        {
            broken.Remove(part);
            var incident = (await engine.IncidentsAsync(id)).Single(i => i.ActivityId == part);
            await engine.InTenantAsync(s => engine.Incidents.RetryAsync(s, incident.Id, "maria", CancellationToken.None));
            await engine.PumpAsync();
        }

        (await engine.NotesAsync()).ShouldBe(["a", "a2", "b", "b2", "c", "c2", "end"]);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_skipped_activity_does_not_run_keeps_its_variable_and_leads_on_with_the_chosen_outcome()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.Outside = (_, _) => Task.FromResult(EffectResult.Failure("refused"));
        var id = await RunAsync(engine, Define.Flow(
            [Define.Of("c", "Test.Call", ("answer", new { memoryReference = new { id = "A" } })), Note("done")], "c>done", variables: [Define.Variable("A", value: "before")]));
        var runs = engine.Probe.Seen.Count(s => s == "run");

        (await SkipAsync(engine, id, "Done")).ShouldBeTrue();
        await engine.PumpAsync();

        engine.Probe.Seen.Count(s => s == "run").ShouldBe(runs);
        (await engine.NotesAsync()).ShouldBe(["done"]);
        (await engine.InTenantAsync(s => engine.Viewer.VariablesAsync(s, id, CancellationToken.None))).Single().Value!.GetValue<string>().ShouldBe("before");
        (await engine.JournalAsync(id)).ShouldBe(["c:Started", "c:Suspended", "c:Resumed", "c:Faulted", "c:Skipped", "c:Completed", "done:Started", "done:Completed"]);
        (await engine.InTenantAsync(s => engine.Monitor.JournalAsync(s, id, CancellationToken.None))).Single(r => r.Event == "Skipped").Message.ShouldBe("Skipped by maria");
        (await ActionsAsync(engine, id)).Single().Detail.ShouldBe("Done");
        engine.Probe.Seen.ShouldContain("resolved");
    }

    [Fact]
    public async Task A_step_inside_a_sequence_can_be_skipped()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.AfterNote = context => context.ActivityId == "b" ? throw new InvalidOperationException("no") : Task.CompletedTask;
        var id = await RunAsync(engine, Define.Root(Define.Sequence("root", Note("a"), Note("b"), Note("c"))));

        await SkipAsync(engine, id, "Done");
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["a", "c"]);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Skipping_the_root_finishes_the_instance()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.AfterNote = _ => throw new InvalidOperationException("no");
        var id = await RunAsync(engine, Define.Root(Note("only")));

        await SkipAsync(engine, id, "Done");
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.NotesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_outcome_that_the_activity_does_not_have_is_refused_with_those_that_it_has()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.AfterResume = _ => throw new InvalidOperationException("no");
        var id = await RunAsync(engine, Define.Flow([Define.Of("w", "Test.WaitOrLate"), "z"], "w.Answered>z"));
        await engine.SignalAsync("Answer", "c");
        await engine.PumpAsync();

        (await Should.ThrowAsync<ArgumentException>(() => SkipAsync(engine, id, "Done"))).Message.ShouldContain("Answered, Late");
        await SkipAsync(engine, id, "Answered");
        await engine.PumpAsync();
        (await engine.JournalAsync(id)).ShouldContain("z:Completed");
    }

    [Fact]
    public async Task Whoever_comes_second_finds_nothing_to_do()
    {
        await using var engine = await Engine.CreateAsync();
        engine.Probe.AfterNote = context => context.ActivityId == "bad" ? throw new InvalidOperationException("no") : Task.CompletedTask;
        var id = await RunAsync(engine, Define.Root(Define.Sequence("root", Note("bad"), Note("z"))));
        var incident = (await engine.IncidentsAsync(id)).Single().Id;
        await engine.InTenantAsync(s => engine.Incidents.SkipAsync(s, incident, "Done", "maria", CancellationToken.None));
        engine.Time.Advance(TimeSpan.FromMilliseconds(1));
        await engine.InTenantAsync(s => engine.Incidents.RetryAsync(s, incident, "ivan", CancellationToken.None));
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["z"]);
        (await engine.InTenantAsync(s => engine.Incidents.RetryAsync(s, incident, "ivan", CancellationToken.None))).ShouldBeFalse();
        (await engine.InTenantAsync(s => engine.Incidents.CancelAsync(s, incident, "ivan", CancellationToken.None))).ShouldBeFalse();
        (await engine.InTenantAsync(s => engine.Incidents.SkipAsync(s, Guid.Empty, "Done", "ivan", CancellationToken.None))).ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_acts_without_a_name_nor_for_another_tenant()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Define.Flow([Define.Fault("bad")], ""));
        var incident = (await engine.IncidentsAsync(id)).Single().Id;

        await Should.ThrowAsync<ArgumentException>(() => engine.InTenantAsync(s => engine.Incidents.RetryAsync(s, incident, " ", CancellationToken.None)));
        var stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");
        (await engine.Database.InTenantAsync(stranger, s => engine.Incidents.RetryAsync(s, incident, "stranger", CancellationToken.None), CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_people_did_can_not_be_changed()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Define.Flow([Define.Fault("bad")], ""));
        await RetryAsync(engine, id);

        foreach (var sql in new[] { "UPDATE agentiq.workflow_actions SET actor = 'ivan'", "DELETE FROM agentiq.workflow_actions" })
        {
            (await Should.ThrowAsync<Npgsql.PostgresException>(() => engine.InTenantAsync(s => s.Connection.ExecuteAsync(sql)))).SqlState.ShouldBe("42501");
        }
    }

    [Fact]
    public async Task Dead_work_can_be_retried_by_itself()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.BurstAttempts = 2);
        var id = await DieAsync(engine);
        var work = (await engine.InTenantAsync(s => engine.Monitor.DeadWorkAsync(s, CancellationToken.None))).Single();

        (await engine.InTenantAsync(s => engine.Incidents.RetryWorkAsync(s, work.Id, "maria", CancellationToken.None))).ShouldBeTrue();
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.IncidentsAsync(id)).ShouldBeEmpty();
        engine.Probe.Seen.ShouldBe(["resolved"]);
        (await ActionsAsync(engine, id)).Single().Action.ShouldBe("retry_work");
        (await engine.InTenantAsync(s => engine.Incidents.RetryWorkAsync(s, work.Id, "maria", CancellationToken.None))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_start_that_is_dropped_cancels_its_instance()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.BurstAttempts = 2);
        var id = await DieAsync(engine);
        var work = (await engine.InTenantAsync(s => engine.Monitor.DeadWorkAsync(s, CancellationToken.None))).Single();

        (await engine.InTenantAsync(s => engine.Incidents.DropWorkAsync(s, work.Id, "maria", CancellationToken.None))).ShouldBeTrue();
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        (await engine.IncidentsAsync(id)).ShouldBeEmpty();
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
        var action = (await ActionsAsync(engine, id)).Single();
        (action.Action, action.Actor).ShouldBe(("drop_work", "maria"));
        action.Detail.ShouldNotBeNull().ShouldStartWith("start: ");
    }

    [Fact]
    public async Task Cancelling_takes_the_instance_s_dead_work_with_it()
    {
        await using var engine = await Engine.CreateAsync(options: o => o.BurstAttempts = 2);
        var id = await DieAsync(engine);
        var incident = (await engine.IncidentsAsync(id)).Single();
        await Should.ThrowAsync<InvalidOperationException>(() => engine.InTenantAsync(s => engine.Incidents.SkipAsync(s, incident.Id, "Done", "maria", CancellationToken.None)));

        await engine.InTenantAsync(s => engine.Incidents.CancelAsync(s, incident.Id, "maria", CancellationToken.None));
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        (await engine.IncidentsAsync(id)).ShouldBeEmpty();
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Fact]
    public async Task An_instance_that_is_cancelled_before_its_time_never_starts()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Note("n")], ""));
        var id = await engine.InTenantAsync(s => engine.Workflows.StartAsync(s, new StartWorkflow("test") { DueAt = engine.Time.GetUtcNow().AddHours(1) }, CancellationToken.None));
        await engine.InTenantAsync(s => engine.Workflows.CancelAsync(s, id, CancellationToken.None));
        await engine.PumpAsync();
        engine.Time.Advance(TimeSpan.FromHours(2));
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        (await engine.NotesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_instances_with_a_poisonous_one_in_every_hundred_all_end_as_they_should()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["a", Define.Of("w", "Elsa.WriteLine", ("text", Define.Script("getInput('poison') ? nothing.here : 'x'"))), "z"], "a>w w>z"));
        await engine.InTenantAsync(async scope =>
        {
            for (var i = 0; i < Instances; i++)
            {
                await engine.Workflows.StartAsync(scope, new StartWorkflow("test", Input: new Dictionary<string, object?> { ["poison"] = i % 100 == 0 }), CancellationToken.None);
            }
        });

        await engine.PumpAsync();

        (await engine.CountAsync("workflow_instances WHERE sub_status = 'Finished'")).ShouldBe(Instances - (Instances / 100));
        (await engine.CountAsync("workflow_instances WHERE sub_status = 'Faulted'")).ShouldBe(Instances / 100);
        (await engine.CountAsync("workflow_incidents WHERE resolved_at IS NULL AND activity_id = 'w'")).ShouldBe(Instances / 100);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    private const int Instances = 10_000;

    private static System.Text.Json.Nodes.JsonObject Note(string id) => Define.Of(id, "Test.Note", ("text", Define.Literal(id)));

    private static async Task<Guid> RunAsync(Engine engine, string definition)
    {
        await engine.PublishAsync(definition);
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        return id;
    }

    /// <summary>An instance whose start could not be committed until it was given up; it could be now.</summary>
    private static async Task<Guid> DieAsync(Engine engine)
    {
        await engine.PublishAsync(Define.Flow(["a"], ""));
        var id = await engine.StartAsync();
        await engine.Database.Owner.OpenAndRunAsync("REVOKE INSERT ON agentiq.workflow_bursts FROM agentiq_engine");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await engine.PumpAsync();
            engine.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await engine.Database.Owner.OpenAndRunAsync("GRANT INSERT ON agentiq.workflow_bursts TO agentiq_engine");
        return id;
    }

    private static async Task<bool> RetryAsync(Engine engine, Guid id)
    {
        var incident = (await engine.IncidentsAsync(id)).Single().Id;
        return await engine.InTenantAsync(s => engine.Incidents.RetryAsync(s, incident, "maria", CancellationToken.None));
    }

    private static async Task<bool> SkipAsync(Engine engine, Guid id, string outcome)
    {
        var incident = (await engine.IncidentsAsync(id)).Single().Id;
        return await engine.InTenantAsync(s => engine.Incidents.SkipAsync(s, incident, outcome, "maria", CancellationToken.None));
    }

    private static Task<IReadOnlyList<IncidentAction>> ActionsAsync(Engine engine, Guid id) => engine.InTenantAsync(s => engine.Incidents.ActionsAsync(s, id, CancellationToken.None));
}
