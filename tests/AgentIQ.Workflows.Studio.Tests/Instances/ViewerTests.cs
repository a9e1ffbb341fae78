using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>What the viewer asks of one instance.</summary>
public sealed class ViewerTests
{
    private const string Event = "Workflow1:Flowchart1:Event1";

    [Fact]
    [Exchange("083-wi-get-suspended")]
    [Exchange("084-wi-execution-state")]
    [Exchange("090-wi-variables")]
    public async Task An_instance_that_waits_is_shown_with_what_it_waits_for()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting", "disp-1");
        using var viewer = host.As(Person.Operator);

        var instance = await viewer.GetAsync($"/workflow-instances/{id}");
        instance.ShouldAgreeWith("083-wi-get-suspended", "bookmarks[].callbackMethodName");
        instance.Json["workflowState"]!["bookmarks"]![0]!["activityNodeId"]!.GetValue<string>().ShouldBe(Event);
        (await viewer.GetAsync($"/workflow-instances/{id}/execution-state")).ShouldAgreeWith("084-wi-execution-state");
        var variables = await viewer.GetAsync($"/workflow-instances/{id}/variables");
        variables.JsonOf(200)["items"]!.AsArray().Select(v => $"{v!["id"]} {v["name"]} {v["value"]}").ShouldBe(["v1 A 2", "v2 B 0"]);
        variables.ShouldAgreeWith("090-wi-variables");
    }

    [Fact]
    [Exchange("087-wi-journal")]
    [Exchange("088-wi-journal-filtered")]
    [Exchange("089-wi-journal-last")]
    public async Task The_journal_is_paged_and_filtered()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        using var viewer = host.As(Person.Operator);
        string[] ours = ["items[].activityState", "items[].payload", "items[].parentActivityInstanceId", "items[].activityName"];

        var all = await viewer.GetAsync($"/workflow-instances/{id}/journal?page=0&pageSize=100");
        all.ShouldAgreeWith("087-wi-journal", ours);
        Entries(all)[0].ShouldBe("Workflow1:Started");
        Entries(await viewer.GetAsync($"/workflow-instances/{id}/journal?page=1&pageSize=2")).ShouldBe(Entries(all)[2..4]);
        var filtered = await viewer.PostAsync($"/workflow-instances/{id}/journal", """{"filter":{"activityIds":["Event1"]},"skip":0,"take":10}""");
        filtered.ShouldAgreeWith("088-wi-journal-filtered", ours);
        Entries(filtered).ShouldBe(["Event1:Started", "Event1:Suspended"]);
        var paged = await viewer.PostAsync(
            $"/workflow-instances/{id}/journal?skip=1&take=2",
            $$$"""{"filter":{"activityIds":null,"activityNodeIds":["{{{Event}}}","Workflow1:Flowchart1:SetVariable1"],"excludedActivityTypes":["Elsa.Workflow","Elsa.Flowchart"],"eventNames":null}}""");
        (Entries(paged).Count, paged.Json["totalCount"]!.GetValue<int>()).ShouldBe((2, 4));
        Entries(await viewer.PostAsync($"/workflow-instances/{id}/journal", """{"filter":{"eventNames":["Faulted"]}}""")).ShouldBeEmpty();
        var last = await viewer.GetAsync($"/workflow-instances/{id}/journal/Event1");
        last.ShouldAgreeWith("089-wi-journal-last", "$.activityState");
        last.Json["eventName"]!.GetValue<string>().ShouldBe("Started");
        (await viewer.GetAsync($"/workflow-instances/{id}/journal/Nope")).Status.ShouldBe(404);
    }

    [Fact]
    [Exchange("092-ae-summaries")]
    [Exchange("093-ae-list")]
    [Exchange("094-ae-count")]
    [Exchange("095-ae-report")]
    [Exchange("096-ae-get")]
    [Exchange("097-ae-call-stack")]
    public async Task Executions_are_listed_counted_and_traced()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        using var viewer = host.As(Person.Operator);
        var query = $"?WorkflowInstanceId={id}&ActivityNodeId={Event}";

        (await viewer.GetAsync("/activity-execution-summaries/list" + query)).ShouldAgreeWith(
            "092-ae-summaries", "items[].schedulingActivityExecutionId", "items[].schedulingActivityId", "items[].callStackDepth");
        var list = await viewer.GetAsync("/activity-executions/list" + query);
        list.ShouldAgreeWith("093-ae-list");
        (await viewer.GetAsync($"/activity-executions/count?workflowInstanceId={id}&activityId=Event1")).ShouldAgreeWith("094-ae-count");
        var report = await viewer.PostAsync("/activity-executions/report", new { workflowInstanceId = id, activityNodeIds = new[] { Event, "Workflow1:Flowchart1:SetVariable1", "Workflow1:Flowchart1" } });
        report.ShouldAgreeWith("095-ae-report");
        report.Json["stats"]!.AsArray().Single(s => s!["activityId"]!.GetValue<string>() == "Event1")!["isBlocked"]!.GetValue<bool>().ShouldBeTrue();

        var execution = list.Json["items"]![0]!["id"]!.GetValue<string>();
        (await viewer.GetAsync($"/activity-executions/{execution}")).ShouldAgreeWith("096-ae-get");
        (await viewer.GetAsync($"/activity-executions/by-id?id={execution}")).ShouldAgreeWith("096-ae-get");
        var stack = await viewer.GetAsync($"/activity-executions/{execution}/call-stack?includeCrossWorkflowChain=True");
        stack.ShouldAgreeWith(
            "097-ae-call-stack", "items[].activityName", "items[].schedulingActivityExecutionId", "items[].schedulingActivityId", "items[].activityState", "items[].outputs");
        stack.Json["items"]!.AsArray().Select(e => e!["activityId"]!.GetValue<string>()).ShouldBe(["Workflow1", "Flowchart1", "SetVariable1", "FlowDecision1", "SetVariable2", "Event1"]);
        (await viewer.GetAsync($"/activity-executions/{execution}/call-stack?skip=1&take=2")).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBe(6);
    }

    [Fact]
    [Exchange("116-wi-get-missing")]
    public async Task What_is_not_there_is_not_found_or_empty()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        using var stranger = host.As(Person.Stranger);
        (await stranger.GetAsync("/workflow-instances/nope")).ShouldAgreeWith("116-wi-get-missing");
        foreach (var unknown in new[] { "nope", Guid.Empty.ToString(), id.ToString() })
        {
            (await stranger.GetAsync($"/workflow-instances/{unknown}")).Status.ShouldBe(404);
            (await stranger.GetAsync($"/workflow-instances/{unknown}/execution-state")).Status.ShouldBe(404);
            (await stranger.GetAsync($"/workflow-instances/{unknown}/variables")).Status.ShouldBe(404);
            (await stranger.GetAsync($"/workflow-instances/{unknown}/journal/Event1")).Status.ShouldBe(404);
            (await stranger.PostAsync($"/workflow-instances/{unknown}/journal", "{}")).JsonOf(200).ToJsonString().ShouldBe("""{"items":[],"totalCount":0}""");
            (await stranger.GetAsync($"/workflow-instances/{unknown}/journal")).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBe(0);
            (await stranger.GetAsync($"/activity-executions/list?workflowInstanceId={unknown}")).JsonOf(200).ToJsonString().ShouldBe("""{"items":[],"count":0}""");
            (await stranger.GetAsync($"/activity-execution-summaries/list?workflowInstanceId={unknown}")).JsonOf(200)["count"]!.GetValue<int>().ShouldBe(0);
            (await stranger.GetAsync($"/activity-executions/count?workflowInstanceId={unknown}")).JsonOf(200)["count"]!.GetValue<int>().ShouldBe(0);
            (await stranger.PostAsync("/activity-executions/report", new { workflowInstanceId = unknown, activityNodeIds = new[] { Event } })).JsonOf(200)["stats"]![0]!["startedCount"]!.GetValue<int>().ShouldBe(0);
            (await stranger.GetAsync($"/activity-executions/by-id?id={unknown}-1")).Status.ShouldBe(404);
            (await stranger.GetAsync($"/activity-executions/{unknown}-1")).Status.ShouldBe(404);
            (await stranger.GetAsync($"/activity-executions/{unknown}-1/call-stack")).Status.ShouldBe(404);
        }

        (await stranger.GetAsync("/activity-executions/list")).JsonOf(200)["count"]!.GetValue<int>().ShouldBe(0);
        (await stranger.GetAsync("/activity-executions/by-id")).Status.ShouldBe(404);
        (await stranger.PostAsync("/activity-executions/report", "{}")).JsonOf(200).ToJsonString().ShouldBe("""{"stats":[]}""");
    }

    [Fact]
    public async Task An_instance_of_a_deleted_definition_is_still_shown()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        var ct = TestContext.Current.CancellationToken;
        (await host.Database.InTenantAsync(Person.Seller, scope => host.Services.GetRequiredService<IWorkflowDefinitions>().DeleteAsync(scope, "waiting", "test", ct), ct)).ShouldBeTrue();
        using var viewer = host.As(Person.Operator);

        (await viewer.GetAsync($"/workflow-instances/{id}")).JsonOf(200)["definitionId"]!.GetValue<string>().ShouldBe("waiting");
        (await viewer.GetAsync($"/workflow-instances/{id}/journal")).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBeGreaterThan(5);
        (await viewer.GetAsync("/workflow-instances")).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBe(1);
    }

    private static List<string> Entries(Answer answer) => [.. answer.JsonOf(200)["items"]!.AsArray().Select(i => $"{i!["activityId"]}:{i["eventName"]}")];
}
