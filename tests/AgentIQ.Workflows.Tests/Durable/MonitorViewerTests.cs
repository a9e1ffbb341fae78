using System.Text.Json;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>What the designer's viewer asks, in the shapes of elsa-studio-contract 2.5.</summary>
public sealed class MonitorViewerTests
{
    private static readonly string Waiting = Define.Flow(
        [
            Define.Set("set", "A", "1 + 1"), Define.Decision("decide", "variables.A == 2"), Define.Event("e", "Go"), Define.Line("z", "constant text"),
        ],
        "set>decide decide.True>e e>z",
        variables: [Define.Variable("A", "Int32")]);

    [Fact]
    public async Task An_instance_that_waits_has_the_shape_that_the_viewer_reads()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Waiting);

        var json = JsonSerializer.SerializeToElement(await engine.InTenantAsync(s => engine.Viewer.FindAsync(s, id, CancellationToken.None)), WorkflowJson.Options);

        Names(json).ShouldBe(
        [
            "id", "definitionId", "definitionVersionId", "version", "parentWorkflowInstanceId", "status", "subStatus", "isExecuting", "correlationId", "name", "incidentCount",
            "isSystem", "createdAt", "updatedAt", "finishedAt", "workflowState",
        ]);
        (json.GetProperty("status").GetString(), json.GetProperty("subStatus").GetString()).ShouldBe(("Running", "Suspended"));
        var state = json.GetProperty("workflowState");
        Names(state).ShouldBe(
        [
            "id", "definitionId", "definitionVersionId", "definitionVersion", "correlationId", "name", "status", "subStatus", "isExecuting", "isSystem", "bookmarks", "incidents",
            "completionCallbacks", "activityExecutionContexts", "scheduledActivities", "executionLogSequence", "input", "output", "properties", "createdAt", "updatedAt", "finishedAt",
        ]);
        var bookmark = state.GetProperty("bookmarks")[0];
        Names(bookmark).ShouldBe(
            ["id", "name", "hash", "payload", "activityId", "activityNodeId", "activityInstanceId", "createdAt", "autoBurn", "autoComplete", "callbackMethodName", "metadata"]);
        bookmark.GetProperty("activityNodeId").GetString().ShouldBe("Workflow1:flow:e");
        var contexts = state.GetProperty("activityExecutionContexts").EnumerateArray().ToList();
        contexts.Single(c => c.GetProperty("parentContextId").ValueKind == JsonValueKind.Null).GetProperty("scheduledActivityNodeId").GetString().ShouldBe("Workflow1");
        contexts.Select(c => c.GetProperty("scheduledActivityNodeId").GetString()).ShouldBe(["Workflow1", "Workflow1:flow", "Workflow1:flow:e"]);
    }

    [Fact]
    public async Task The_journal_is_paged_filtered_and_ordered_by_its_sequence_from_the_workflow_itself()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Waiting);
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();

        var all = await JournalAsync(engine, id, JournalFilter.None);
        all.Items.Select(i => i.Sequence).ShouldBe(Enumerable.Range(0, all.TotalCount));
        all.Items.Select(i => $"{i.ActivityId}:{i.EventName}").ShouldBe(
        [
            "Workflow1:Started", "flow:Started", "set:Started", "set:Completed", "decide:Started", "decide:Completed", "e:Started", "e:Suspended", "e:Resumed", "e:Completed",
            "z:Started", "z:Completed", "flow:Completed", "Workflow1:Completed",
        ]);

        var filter = new JournalFilter { ActivityNodeIds = ["Workflow1:flow:e", "Workflow1:flow:z"], ExcludedActivityTypes = ["Elsa.WriteLine"], EventNames = [] };
        var page = await JournalAsync(engine, id, filter, skip: 1, take: 2);
        page.TotalCount.ShouldBe(4);
        page.Items.Select(i => i.EventName).ShouldBe(["Suspended", "Resumed"]);
        (await JournalAsync(engine, id, new JournalFilter { ActivityIds = ["set"], EventNames = ["Completed"] })).Items.ShouldHaveSingleItem();
        (await JournalAsync(engine, Guid.Empty, JournalFilter.None)).TotalCount.ShouldBe(0);

        var decided = JsonSerializer.SerializeToElement(all.Items[5], WorkflowJson.Options);
        Names(decided).ShouldBe(
        [
            "id", "activityInstanceId", "parentActivityInstanceId", "activityId", "activityType", "activityTypeVersion", "activityName", "nodeId", "timestamp", "sequence",
            "eventName", "message", "source", "activityState", "payload",
        ]);
        decided.GetProperty("activityState").GetRawText().ShouldBe("""{"Condition":true}""");
        decided.GetProperty("payload").GetRawText().ShouldBe("""{"Outcomes":["True"]}""");
        all.Items[10].ActivityState.ShouldNotBeNull()["Text"].GetString().ShouldBe("constant text");
        all.Items[0].Payload.ShouldBeNull();
    }

    [Fact]
    public async Task Executions_are_found_by_node_by_id_and_by_what_led_to_them()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Waiting);

        var waiting = (await engine.InTenantAsync(s => engine.Viewer.ExecutionsAsync(s, id, "Workflow1:flow:e", CancellationToken.None))).ShouldHaveSingleItem();
        (waiting.Status, waiting.HasBookmarks, waiting.CompletedAt).ShouldBe((ActivityStatus.Running, true, null));
        waiting.CallStackDepth.ShouldBe(4);
        waiting.SchedulingActivityId.ShouldBe("decide");
        waiting.ActivityState["EventName"].GetString().ShouldBe("Go");
        Names(JsonSerializer.SerializeToElement(waiting, WorkflowJson.Options)).ShouldBe(
        [
            "id", "workflowInstanceId", "activityId", "activityNodeId", "activityType", "activityTypeVersion", "activityName", "startedAt", "hasBookmarks", "status",
            "aggregateFaultCount", "completedAt", "schedulingActivityExecutionId", "schedulingActivityId", "schedulingWorkflowInstanceId", "callStackDepth", "activityState",
            "payload", "outputs", "properties", "metadata", "exception", "tenantId",
        ], ignoreOrder: true);

        (await engine.InTenantAsync(s => engine.Viewer.ExecutionAsync(s, waiting.Id, CancellationToken.None))).ShouldNotBeNull().ActivityId.ShouldBe("e");
        (await engine.InTenantAsync(s => engine.Viewer.ExecutionAsync(s, "nonsense", CancellationToken.None))).ShouldBeNull();
        (await engine.InTenantAsync(s => engine.Viewer.CallStackAsync(s, waiting.Id, acrossWorkflows: true, CancellationToken.None)))
            .Select(e => e.ActivityId).ShouldBe(["Workflow1", "flow", "set", "decide", "e"]);
        (await engine.InTenantAsync(s => engine.Viewer.ExecutionsAsync(s, id, "Workflow1", CancellationToken.None))).ShouldHaveSingleItem().ActivityType.ShouldBe("Elsa.Workflow");
        (await engine.InTenantAsync(s => engine.Viewer.SummariesAsync(s, id, null, CancellationToken.None))).Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_report_counts_each_node_once_and_knows_those_that_never_ran()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Waiting);

        var stats = await engine.InTenantAsync(s => engine.Viewer.ReportAsync(s, id, ["Workflow1:flow:e", "Workflow1:flow:set", "Workflow1:flow:z", "Workflow1:flow:e"], CancellationToken.None));

        stats.Select(s => (s.ActivityId, s.StartedCount, s.CompletedCount, s.UncompletedCount, s.IsBlocked, s.IsFaulted))
            .ShouldBe([("e", 1, 0, 1, true, false), ("set", 1, 1, 0, false, false), ("z", 0, 0, 0, false, false)]);
    }

    [Fact]
    public async Task A_fault_counts_for_what_is_around_it_until_somebody_has_dealt_with_it()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Define.Flow([Define.Fault("bad", "broken")], ""));
        string[] nodes = ["Workflow1", "Workflow1:flow", "Workflow1:flow:bad"];

        var before = await engine.InTenantAsync(s => engine.Viewer.ReportAsync(s, id, nodes, CancellationToken.None));
        before.Select(s => s.AggregateFaultCount).ShouldBe([1, 1, 1]);
        before.Select(s => s.IsFaulted).ShouldBe([true, false, true]);
        var faulted = (await engine.InTenantAsync(s => engine.Viewer.ExecutionsAsync(s, id, nodes[2], CancellationToken.None))).Single();
        faulted.Exception.ShouldNotBeNull().Message.ShouldBe("broken");
        faulted.Exception.StackTrace.ShouldNotBeNull();
        (await JournalAsync(engine, id, new JournalFilter { EventNames = ["Faulted"] })).Items.ShouldHaveSingleItem().Payload.ShouldNotBeNull().Keys.ShouldContain("Exception");
        var state = (await engine.InTenantAsync(s => engine.Viewer.FindAsync(s, id, CancellationToken.None))).ShouldNotBeNull().WorkflowState;
        state.Incidents.ShouldHaveSingleItem().ActivityNodeId.ShouldBe(nodes[2]);

        var incident = (await engine.IncidentsAsync(id)).Single();
        await engine.InTenantAsync(s => engine.Incidents.SkipAsync(s, incident.Id, "Done", "maria", CancellationToken.None));
        await engine.PumpAsync();

        var after = await engine.InTenantAsync(s => engine.Viewer.ReportAsync(s, id, nodes, CancellationToken.None));
        after.Select(s => (s.AggregateFaultCount, s.IsFaulted, s.CompletedCount)).ShouldBe([(0, false, 1), (0, false, 1), (0, false, 1)]);
    }

    [Fact]
    public async Task Variables_come_with_their_ids_and_their_current_values()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Waiting);

        var variable = (await engine.InTenantAsync(s => engine.Viewer.VariablesAsync(s, id, CancellationToken.None))).ShouldHaveSingleItem();

        JsonSerializer.Serialize(variable, WorkflowJson.Options).ShouldBe("""{"id":"A","name":"A","value":2}""");
    }

    [Fact]
    public async Task The_state_that_is_polled_grows_with_every_burst()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Waiting);
        var before = (await engine.InTenantAsync(s => engine.Viewer.StateAsync(s, id, CancellationToken.None))).ShouldNotBeNull();
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();

        var after = (await engine.InTenantAsync(s => engine.Viewer.StateAsync(s, id, CancellationToken.None))).ShouldNotBeNull();

        (before.Status, after.Status, after.SubStatus).ShouldBe((WorkflowStatus.Running, WorkflowStatus.Finished, WorkflowSubStatus.Finished));
        after.UpdatedAt.ShouldBeGreaterThan(before.UpdatedAt);
    }

    [Fact]
    public async Task A_cancelled_instance_says_who_cancelled_it()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Define.Flow([Define.Fault("bad")], ""));
        var incident = (await engine.IncidentsAsync(id)).Single();

        await engine.InTenantAsync(s => engine.Incidents.CancelAsync(s, incident.Id, "maria", CancellationToken.None));
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        (await engine.IncidentsAsync(id)).ShouldBeEmpty();
        var last = (await JournalAsync(engine, id, JournalFilter.None)).Items[^1];
        (last.EventName, last.Message).ShouldBe(("Workflow cancelled", "Cancelled by maria"));
    }

    [Theory]
    [InlineData("""{"logPersistenceConfig":{"default":{"evaluationMode":"Strategy","strategyType":"Elsa.Workflows.LogPersistence.Strategies.Exclude, Elsa.Workflows.Core"}}}""", "null", false, false)]
    [InlineData("""{"logPersistenceConfig":{"default":{"evaluationMode":"Strategy","strategyType":"Elsa.Workflows.LogPersistence.Strategies.Exclude, Elsa.Workflows.Core"}}}""", """{"logPersistenceConfig":{"default":null,"inputs":{"key":{"evaluationMode":"Strategy","strategyType":"Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core"}},"outputs":{}}}""", true, false)]
    [InlineData("null", """{"logPersistenceMode":{"default":"Exclude","inputs":{},"outputs":{"answer":"Include"}},"logPersistenceConfig":{"default":null,"internalState":null,"inputs":{},"outputs":{}}}""", false, true)]
    [InlineData("null", """{"logPersistenceConfig":{"inputs":{"key":{"evaluationMode":"Expression","expression":{"type":"JavaScript","value":"true"}}}}}""", false, true)]
    [InlineData("""{"logPersistenceMode":{"default":"Inherit"}}""", """{"logPersistenceMode":{"default":"Inherit","inputs":{"key":"Inherit"}}}""", true, true)]
    public async Task Only_what_the_author_wants_kept_is_kept(string workflow, string activity, bool keepsInput, bool keepsOutput)
    {
        await using var engine = await Engine.CreateAsync();
        foreach (var key in new[] { Define.Literal("constant"), Define.Script("'eval' + 'uated'") })
        {
            var definition = Define.Flow([Define.Of("c", "Test.Call", ("key", key), ("customProperties", JsonSerializer.Deserialize<JsonElement>(activity))), "z"], "c>z");
            var id = await RunAsync(engine, definition.Replace("\"version\":1,\"variables\"", $"\"version\":1,\"customProperties\":{workflow},\"variables\"", StringComparison.Ordinal));

            var call = (await engine.InTenantAsync(s => engine.Viewer.ExecutionsAsync(s, id, "Workflow1:flow:c", CancellationToken.None))).Single();

            call.ActivityState.ContainsKey("Key").ShouldBe(keepsInput);
            call.Outputs.ContainsKey("Answer").ShouldBe(keepsOutput);
        }
    }

    [Fact]
    public async Task Long_values_are_cut_and_sensitive_ones_hidden()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Define.Flow(
            [Define.Of("n", "Test.Secret", ("password", Define.Literal("hunter2")), ("text", Define.Script("new Array(5001).join('x')")))], ""));

        var secret = (await engine.InTenantAsync(s => engine.Viewer.ExecutionsAsync(s, id, "Workflow1:flow:n", CancellationToken.None))).Single();

        secret.ActivityState.Keys.ShouldNotContain("Password");
        secret.ActivityState["Text"].GetString().ShouldNotBeNull().Length.ShouldBe(2001);
    }

    [Fact]
    public async Task An_older_release_s_journal_is_still_read()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Define.Flow(["a"], ""));
        await engine.Database.Owner.OpenAndRunAsync(
            """
            ALTER TABLE agentiq.workflow_bursts NO FORCE ROW LEVEL SECURITY;
            ALTER TABLE agentiq.workflow_bursts_default NO FORCE ROW LEVEL SECURITY;
            UPDATE agentiq.workflow_bursts SET journal =
              '["2026-01-02T03:04:05+00:00",[1,1,0,0,0,0],[2,2,1,1,0,1,{"i":{"Text":"a"}}],[3,2,1,1,3,2,{"o":["Done"]}],[4,1,0,0,3,2,{"o":["Done"]}]]';
            """);

        var journal = await JournalAsync(engine, id, JournalFilter.None);

        journal.Items.Select(i => $"{i.ActivityId}:{i.EventName}").ShouldBe(["Workflow1:Started", "flow:Started", "a:Started", "a:Completed", "flow:Completed", "Workflow1:Completed"]);
        journal.Items[3].Payload.ShouldNotBeNull()["Outcomes"].GetRawText().ShouldBe("""["Done"]""");
    }

    [Fact]
    public async Task Another_tenant_sees_nothing()
    {
        await using var engine = await Engine.CreateAsync();
        var id = await RunAsync(engine, Waiting);
        var stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");

        await engine.Database.InTenantAsync(stranger, async scope =>
        {
            (await engine.Viewer.FindAsync(scope, id, CancellationToken.None)).ShouldBeNull();
            (await engine.Viewer.StateAsync(scope, id, CancellationToken.None)).ShouldBeNull();
            (await engine.Viewer.ExecutionAsync(scope, new ExecutionId(id, 1).ToString(), CancellationToken.None)).ShouldBeNull();
            (await engine.Viewer.JournalAsync(scope, id, JournalFilter.None, 0, 10, CancellationToken.None)).TotalCount.ShouldBe(0);
            (await engine.Viewer.VariablesAsync(scope, id, CancellationToken.None)).ShouldBeEmpty();
        }, CancellationToken.None);
    }

    private static async Task<Guid> RunAsync(Engine engine, string definition)
    {
        await engine.PublishAsync(definition);
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        return id;
    }

    private static Task<JournalPage> JournalAsync(Engine engine, Guid id, JournalFilter filter, int skip = 0, int take = 1000) =>
        engine.InTenantAsync(s => engine.Viewer.JournalAsync(s, id, filter, skip, take, CancellationToken.None));

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
