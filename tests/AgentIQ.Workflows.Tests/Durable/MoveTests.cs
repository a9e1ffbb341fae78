using System.Text.Json.Nodes;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Moving running instances to another version.</summary>
public sealed class MoveTests
{
    private static readonly string Old = Define.Flow([Define.Event("e", "Go"), "z"], "e>z");

    [Fact]
    public async Task An_instance_that_waits_goes_on_in_the_new_version_with_what_stands_before_and_after_it()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Old);
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        var to = await PublishAsync(engine, Define.Flow(["before", Define.Event("e", "Go"), "middle", "z"], "before>e e>middle middle>z"));

        var plan = await engine.PlanAsync(to);
        (plan.Movable, plan.Blocked, plan.State).ShouldBe((1, 0, MoveState.Planned));
        plan.Standing.ShouldHaveSingleItem().ShouldBe(new StandingCount(new Standing("e", "e", StandingKind.Waiting), 1));
        (await engine.FindAsync(id)).VersionId.ShouldNotBe(to, "a plan changes nothing");

        plan = await engine.ApplyAsync(plan.Id);
        (plan.Movable, plan.Moved, plan.State).ShouldBe((0, 1, MoveState.Applied));
        (await engine.FindAsync(id)).VersionId.ShouldBe(to);

        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await engine.JournalAsync(id)).ShouldBe(["e:Started", "e:Suspended", "e:Resumed", "e:Completed", "middle:Started", "middle:Completed", "z:Started", "z:Completed"]);
        (await engine.InTenantAsync(s => engine.Monitor.JournalAsync(s, id, default))).Single(r => r.Event == "Moved").Message.ShouldBe("Moved from version 1 to version 2.");
    }

    [Fact]
    public async Task An_activity_with_another_id_is_known_by_its_type_and_name_or_by_what_a_person_says()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Named("ask", "Ask"), Named("tell", "Tell")], "ask>tell"));
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        var renamed = await PublishAsync(engine, Define.Flow([Named("ask2", "Ask"), Named("tell", "Tell")], "ask2>tell"));
        (await engine.ApplyAsync((await engine.PlanAsync(renamed)).Id)).Moved.ShouldBe(1);
        (await engine.InTenantAsync(s => engine.Monitor.BookmarksAsync(s, id, default))).ShouldHaveSingleItem().ActivityId.ShouldBe("ask2");

        var other = await PublishAsync(engine, Define.Flow([Named("question", "Question"), Named("tell", "Tell")], "question>tell"));
        (await engine.PlanAsync(other)).Blocked.ShouldBe(1);
        var plan = await engine.PlanAsync(new PlanMove("test", other, "ann") { Mapping = new Dictionary<string, string> { ["ask2"] = "question" } });
        (await engine.ApplyAsync(plan.Id)).Moved.ShouldBe(1);

        await engine.SignalAsync("Go", "c");
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();
        (await engine.JournalAsync(id)).ShouldBe(["ask:Started", "ask:Suspended", "question:Resumed", "question:Completed", "tell:Started", "tell:Suspended", "tell:Resumed", "tell:Completed"]);
    }

    [Fact]
    public async Task A_mapping_that_cannot_be_is_refused_at_once()
    {
        await using var engine = await Engine.CreateAsync();
        var from = await PublishAsync(engine, Old);
        var to = await PublishAsync(engine, Define.Flow([Define.Event("f", "Go"), "z"], "f>z"));
        (await Refused("e", "none")).ShouldContain("has no activity 'none'");
        (await Refused("e", "z")).ShouldContain("only activities of one type");
        await Should.ThrowAsync<DefinitionNotFoundException>(() => engine.PlanAsync("gone"));
        await Should.ThrowAsync<DefinitionRefusedException>(() => engine.PlanAsync(new PlanMove("test", to, "ann") { FromVersionId = to }));

        async Task<string> Refused(string source, string target) => (await Should.ThrowAsync<DefinitionRefusedException>(
            () => engine.PlanAsync(new PlanMove("test", to, "ann") { FromVersionId = from, Mapping = new Dictionary<string, string> { [source] = target } }))).Message;
    }

    public static TheoryData<string, string, string> Blocked => new()
    {
        { "gone", Define.Flow(["z"], ""), "it waits at an activity that has no counterpart: 'e' (Elsa.Event) is not in version 2" },
        { "another type", Define.Flow([Define.Delay("e", TimeSpan.FromHours(1)), "z"], "e>z"), "'e' is a Elsa.Delay in version 2, no Elsa.Event" },
        { "inside another container", Define.Flow([Define.Flowchart("inner", [Define.Event("e", "Go")], ""), "z"], "inner>z"), "'e' is inside 'flow', but in version 2 it is inside 'inner'" },
    };

    [Theory]
    [MemberData(nameof(Blocked))]
    public async Task What_has_no_place_in_the_new_version_stays_and_the_plan_says_why(string what, string target, string reason)
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Old);
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        var before = (await engine.FindAsync(id)).VersionId;
        var to = await PublishAsync(engine, target);

        var plan = await engine.ApplyAsync((await engine.PlanAsync(to)).Id);

        plan.Reasons.ShouldHaveSingleItem(what).Reason.ShouldContain(reason);
        (await engine.Moves.InstancesAsync(Engine.Seller, plan.Id, MoveOutcome.Blocked, after: null, 10, default)).ShouldHaveSingleItem().InstanceId.ShouldBe(id);
        (await engine.FindAsync(id)).VersionId.ShouldBe(before);
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Inside_a_container_that_is_gone_nothing_moves()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Sequence("steps", Define.Event("e", "Go"))], ""));
        await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        var to = await PublishAsync(engine, Old);
        (await engine.PlanAsync(to)).Reasons.Select(r => r.Reason).ShouldContain(r => r.Contains("inside a container that has no counterpart: 'steps' (Elsa.Sequence) is not in version 2"));
    }

    [Fact]
    public async Task Variables_keep_their_values_by_id_or_name_and_are_converted_where_that_is_possible()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(
            [Define.Set("a", "kept", "7"), Define.Set("b", "typed", "'5'"), Define.Set("c", "bad", "'five'"), Define.Event("e", "Go")], "a>b b>c c>e",
            variables: [Define.Variable("kept", "Int32"), Define.Variable("typed", "String"), Define.Variable("bad", "String"), Define.Variable("dropped", "String", "x")]));
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        object[] fitting = [Define.Variable("kept", "Int32"), Define.Variable("typed", "Int32"), Define.Variable("bad", "String"), Define.Variable("added", "Int32", "9")];
        var ok = await engine.PlanAsync(await PublishAsync(engine, Define.Flow([Define.Event("e", "Go"), Define.Line("z")], "e>z", variables: fitting)));
        var notes = (await engine.Moves.InstancesAsync(Engine.Seller, ok.Id, MoveOutcome.Movable, after: null, 10, default)).ShouldHaveSingleItem().Notes;
        notes.ShouldContain("the variable 'typed' becomes a Int32; its value is converted");
        notes.ShouldContain("the variable 'dropped' is gone; its value is dropped");

        object[] unfit = [Define.Variable("bad", "Int32")];
        var bad = await engine.PlanAsync(await PublishAsync(engine, Define.Flow([Define.Event("e", "Go"), Define.Line("y")], "e>y", variables: unfit)));
        bad.Reasons.ShouldHaveSingleItem().Reason.ShouldContain("the variable 'bad' was a String and is a Int32 in the new version: Expected Int32, got text 'five'");

        (await engine.ApplyAsync(ok.Id)).Moved.ShouldBe(1);
        var state = await engine.InTenantAsync(s => s.Connection.ExecuteScalarAsync<string>("SELECT state FROM agentiq.workflow_instances WHERE id = @id", new { id }));
        JsonNode.Parse(state!)!["variables"]!.ToJsonString().ShouldBe("""{"kept":7,"typed":5,"bad":"five"}""");
    }

    [Fact]
    public async Task Timers_stay_armed_for_the_same_time()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Delay("d", TimeSpan.FromHours(1)), "z"], "d>z"));
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        var to = await PublishAsync(engine, Define.Flow([Define.Delay("d", TimeSpan.FromHours(9)), "y"], "d>y"));
        var plan = await engine.PlanAsync(to);
        (await engine.Moves.InstancesAsync(Engine.Seller, plan.Id, outcome: null, after: null, 10, default)).ShouldHaveSingleItem()
            .Notes.ShouldContain("'d' goes on with the value of 'TimeSpan' that it began with; the new version says something else");
        await engine.ApplyAsync(plan.Id);

        engine.Time.Advance(TimeSpan.FromMinutes(59));
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.PumpAsync();
        (await engine.JournalAsync(id)).ShouldContain("y:Completed");
    }

    [Fact]
    public async Task No_effect_runs_again_neither_one_that_is_done_nor_one_that_is_under_way()
    {
        await using var engine = await Engine.CreateAsync();
        var old = Define.Flow([Define.Of("one", "Test.Call"), Define.Event("e", "Go"), Define.Of("two", "Test.Call")], "one>e e>two");
        await engine.PublishAsync(old);
        var waiting = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        var asking = await engine.StartAsync(correlation: "d");
        await engine.RunBurstsAsync();
        var before = await LedgerAsync(engine);
        before.Count.ShouldBe(2);

        var to = await PublishAsync(engine, Define.Flow([Define.Of("zero", "Test.Note"), Define.Of("one", "Test.Call"), Define.Event("e", "Go"), Define.Of("two", "Test.Call")], "zero>one one>e e>two"));
        var plan = await engine.ApplyAsync((await engine.PlanAsync(to)).Id);
        plan.Standing.Select(s => s.Standing).ShouldBe([new Standing("one", "one", StandingKind.Effect), new Standing("e", "e", StandingKind.Waiting)], ignoreOrder: true);
        (await LedgerAsync(engine)).ShouldBe(before, "the ledger is untouched");

        await engine.PumpAsync();
        await engine.SignalAsync("Go", "c");
        await engine.SignalAsync("Go", "d");
        await engine.PumpAsync();
        foreach (var id in (Guid[])[waiting, asking])
        {
            (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        }

        (await LedgerAsync(engine)).Count.ShouldBe(4);
        engine.Probe.Seen.Count(s => s == "run").ShouldBe(4, "each effect ran once");
    }

    [Fact]
    public async Task A_faulted_instance_can_be_moved_to_the_version_that_repairs_it_and_retried()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["a", Define.Set("odd", "n", "nothing.here"), "z"], "a>odd odd>z", variables: [Define.Variable("n")]));
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        var to = await PublishAsync(engine, Define.Flow(["a", Define.Set("odd", "n", "1"), "z"], "a>odd odd>z", variables: [Define.Variable("n")]));

        var plan = await engine.ApplyAsync((await engine.PlanAsync(to)).Id);
        plan.Standing.ShouldHaveSingleItem().Standing.ShouldBe(new Standing("odd", "odd", StandingKind.Faulted));

        var incident = (await engine.IncidentsAsync(id)).ShouldHaveSingleItem();
        await engine.InTenantAsync(s => engine.Incidents.RetryAsync(s, incident.Id, "ann", default));
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory]
    [InlineData("WaitAll", 1)]
    [InlineData("WaitAllActive", 0)]
    public async Task A_join_must_still_be_able_to_get_what_it_waits_for(string mode, int blocked)
    {
        await using var engine = await Engine.CreateAsync();
        var old = Define.Flow(["s", "a", Define.Event("b", "B"), Define.Join("j", mode), "z"], "s>a s>b a>j b>j j>z");
        await engine.PublishAsync(old);
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        // A new activity stands where the instance has passed already.
        var to = await PublishAsync(engine, Define.Flow(["s", "a", "new", Define.Event("b", "B"), Define.Join("j", mode), "z"], "s>a s>b a>new new>j b>j j>z"));
        var plan = await engine.ApplyAsync((await engine.PlanAsync(to)).Id);
        plan.Blocked.ShouldBe(blocked);

        await engine.SignalAsync("B", "c");
        await engine.PumpAsync();
        (await engine.JournalAsync(id)).ShouldContain("z:Completed");
    }

    [Fact]
    public async Task A_new_branch_of_a_join_counts_from_the_round_that_the_join_is_in()
    {
        await using var engine = await Engine.CreateAsync();
        object[] variables = [Define.Variable("n", "Int32", "0")];
        var old = Define.Flow(
            ["s", Define.Event("b", "B"), Define.Join("j", "WaitAll"), Define.Set("count", "n", "variables.n + 1"), Define.Decision("more", "variables.n < 3"), "z"],
            "s>b b>j j>count count>more more.True>b more.False>z", variables: variables);
        await engine.PublishAsync(old);
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        await engine.SignalAsync("B", "c");
        await engine.PumpAsync();

        var to = await PublishAsync(engine, Define.Flow(
            ["s", Define.Event("b", "B"), "x", "y", Define.Join("j", "WaitAll"), Define.Set("count", "n", "variables.n + 1"), Define.Decision("more", "variables.n < 3"), "z"],
            "s>b b>x b>y x>j y>j j>count count>more more.True>b more.False>z", variables: variables));
        (await engine.ApplyAsync((await engine.PlanAsync(to)).Id)).Moved.ShouldBe(1);
        await engine.SignalAsync("B", "c");
        await engine.PumpAsync();
        await engine.SignalAsync("B", "c");
        await engine.PumpAsync();

        var journal = await engine.JournalAsync(id);
        journal.Count(e => e == "j:Completed").ShouldBe(3);
        journal.ShouldContain("z:Completed");
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task An_interrupted_move_is_taken_up_again_and_nothing_is_moved_twice()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Old);
        var ids = new List<Guid>();
        for (var i = 0; i < 120; i++)
        {
            ids.Add(await engine.StartAsync(correlation: $"c{i}"));
        }

        await engine.PumpAsync();
        var plan = await engine.PlanAsync(await PublishAsync(engine, Define.Flow([Define.Event("e", "Go"), "y"], "e>y")));
        plan.Movable.ShouldBe(120);

        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => engine.Moves.ApplyAsync(Engine.Seller, plan.Id, new Now(_ => stop.Cancel()), stop.Token));
        var half = (await engine.Moves.FindAsync(Engine.Seller, plan.Id, default)).ShouldNotBeNull();
        (half.State, half.Moved, half.Movable).ShouldBe((MoveState.Applying, 50, 70));

        await using var another = engine.Another();
        (await another.ApplyAsync(plan.Id)).ShouldSatisfyAllConditions(p => p.Moved.ShouldBe(120), p => p.State.ShouldBe(MoveState.Applied));
        (await another.ApplyAsync(plan.Id)).Moved.ShouldBe(120);
        (await engine.InTenantAsync(s => s.Connection.ExecuteScalarAsync<int>("SELECT count(*) FROM agentiq.workflow_bursts WHERE journal LIKE '%Moved from version 1%'"))).ShouldBe(120);
        foreach (var i in (int[])[0, 60, 119])
        {
            await engine.SignalAsync("Go", $"c{i}");
            await engine.PumpAsync();
            (await engine.JournalAsync(ids[i])).ShouldContain("y:Completed");
        }
    }

    [Fact]
    public async Task What_is_at_work_is_left_for_the_next_call()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Old);
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        var plan = await engine.PlanAsync(await PublishAsync(engine, Define.Flow([Define.Event("e", "Go"), "y"], "e>y")));

        await engine.SignalAsync("Go", "c");
        var claimed = await engine.Queue.ClaimBurstsAsync(10, default);
        (await engine.ApplyAsync(plan.Id)).ShouldSatisfyAllConditions(p => p.Movable.ShouldBe(1), p => p.State.ShouldBe(MoveState.Applying));
        await engine.Bursts.RunAsync(claimed, default);
        (await engine.JournalAsync(id)).ShouldContain("z:Completed");
        (await engine.ApplyAsync(plan.Id)).ShouldSatisfyAllConditions(p => p.Gone.ShouldBe(1), p => p.State.ShouldBe(MoveState.Applied));
    }

    [Fact]
    public async Task What_was_asked_for_and_has_not_begun_begins_in_the_new_version()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Old);
        var id = await engine.StartAsync(correlation: "c");
        var plan = await engine.PlanAsync(await PublishAsync(engine, Define.Flow(["new"], "")));
        plan.Standing.ShouldHaveSingleItem().Standing.Kind.ShouldBe(StandingKind.NotStarted);
        await engine.ApplyAsync(plan.Id);
        await engine.PumpAsync();
        (await engine.JournalAsync(id)).ShouldBe(["new:Started", "new:Completed"]);
    }

    [Fact]
    public async Task A_draft_can_be_planned_for_and_must_be_published_unchanged_before_it_is_applied()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Old);
        await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        var draft = await engine.SaveAsync(Define.Flow([Define.Event("e", "Go"), "y"], "e>y"));
        var plan = await engine.PlanAsync(draft.VersionId);
        plan.Movable.ShouldBe(1);
        (await Should.ThrowAsync<DefinitionRefusedException>(() => engine.ApplyAsync(plan.Id))).Message.ShouldContain("is a draft. Publish it");

        await engine.SaveAsync(Define.Flow([Define.Event("e", "Go"), "x"], "e>x"));
        await engine.InTenantAsync(s => engine.Definitions.PublishLatestAsync(s, "test", "ann", default));
        (await Should.ThrowAsync<DefinitionRefusedException>(() => engine.ApplyAsync(plan.Id))).Message.ShouldContain("was changed after the plan was made");
        (await engine.ApplyAsync((await engine.PlanAsync(draft.VersionId)).Id)).Moved.ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_can_be_stopped_and_is_then_never_applied_and_other_sellers_see_none()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Old);
        await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        var to = await PublishAsync(engine, Define.Flow([Define.Event("e", "Go"), "y"], "e>y"));
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => engine.Moves.PlanAsync(Engine.Seller, new PlanMove("test", to, "ann"), new Now(_ => stop.Cancel()), stop.Token));
        var unfinished = await engine.InTenantAsync(s => s.Connection.ExecuteScalarAsync<Guid>("SELECT id FROM agentiq.workflow_moves"));
        (await Should.ThrowAsync<DefinitionRefusedException>(() => engine.ApplyAsync(unfinished))).Message.ShouldContain("not finished");

        var stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");
        (await engine.Moves.FindAsync(stranger, unfinished, default)).ShouldBeNull();
        await Should.ThrowAsync<DefinitionNotFoundException>(() => engine.Moves.ApplyAsync(stranger, unfinished, progress: null, default));
        await Should.ThrowAsync<DefinitionNotFoundException>(() => engine.Moves.PlanAsync(stranger, new PlanMove("test", to, "eve"), progress: null, default));
    }

    private static JsonObject Named(string id, string name)
    {
        var activity = Define.Event(id, "Go");
        activity["name"] = name;
        return activity;
    }

    private static Task<string> PublishAsync(Engine engine, string definition) =>
        engine.InTenantAsync(s => engine.Definitions.PublishAsync(s, definition, "ann", CancellationToken.None));

    private static Task<List<string>> LedgerAsync(Engine engine) => engine.InTenantAsync(async s =>
        (await s.Connection.QueryAsync<string>("SELECT concat_ws(' ', id, idempotency_key, activity_id, attempts) FROM agentiq.workflow_effects ORDER BY id")).AsList());

    private sealed class Now(Action<MoveProgress> tell) : IProgress<MoveProgress>
    {
        public void Report(MoveProgress value) => tell(value);
    }
}
