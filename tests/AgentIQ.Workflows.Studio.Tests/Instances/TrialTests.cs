using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>The designer's Test tab.</summary>
public sealed class TrialTests
{
    [Fact]
    [Exchange("122-test-activity")]
    public async Task A_step_is_run_alone_and_nothing_is_stored()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        using var manager = host.As(Person.Manager);

        var answer = await TryAsync(host, manager, "waiting", "SetVariable1");

        answer.ShouldAgreeWith("122-test-activity");
        answer.Json["payload"]!["Outcomes"]![0]!.GetValue<string>().ShouldBe("Done");
        (await manager.GetAsync("/workflow-instances")).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Test_values_count_a_wait_is_running_a_fault_is_told_and_what_would_reach_out_is_left_out()
    {
        var definition = JsonNode.Parse(Samples.Flow(
            "d",
            [
                Samples.Activity("Decision1", "Elsa.FlowDecision", ("condition", Samples.Expression("Boolean", "JavaScript", "variables.A == 5 && variables.B == 6"))),
                Samples.Activity("Event1", "Elsa.Event", ("eventName", Samples.Literal("String", "Go"))),
                Samples.Activity("Fault1", "Elsa.Fault", ("message", Samples.Literal("String", "boom"))),
                Samples.Activity("Publish1", "Elsa.PublishEvent", ("eventName", Samples.Literal("String", "Go"))),
                Samples.Activity("Http1", "Elsa.FlowSendHttpRequest", ("url", Samples.Literal("Uri", "http://example.test/")), ("method", Samples.Literal("String", "GET"))),
            ],
            []))!;
        definition["customProperties"] = new JsonObject { ["VariableTestValues"] = new JsonObject { ["v1"] = 5, ["v2"] = "6", ["nope"] = 1 } };
        await using var host = await InstanceHost.WithAsync(definition.ToJsonString());
        using var manager = host.As(Person.Manager);

        (await TryAsync(host, manager, "d", "Decision1")).JsonOf(200)["payload"]!["Outcomes"]![0]!.GetValue<string>().ShouldBe("True");
        (await TryAsync(host, manager, "d", "Workflow1:Flowchart1:Event1")).JsonOf(200)["status"]!.GetValue<string>().ShouldBe("Running");
        var fault = (await TryAsync(host, manager, "d", "Fault1")).JsonOf(200);
        (fault["status"]!.GetValue<string>(), fault["exception"]!["message"]!.GetValue<string>()).ShouldBe(("Faulted", "boom"));
        (await TryAsync(host, manager, "d", "Publish1")).JsonOf(200)["exception"]!["message"]!.GetValue<string>().ShouldContain("the event Go");
        var http = (await TryAsync(host, manager, "d", "Http1")).JsonOf(200);
        (http["status"]!.GetValue<string>(), http["exception"]!["type"]!.GetValue<string>()).ShouldBe(("Running", "LeftOut"));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_tried()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        using var manager = host.As(Person.Manager);
        using var stranger = host.As(Person.Stranger);

        (await TryAsync(host, stranger, "waiting", "SetVariable1")).Status.ShouldBe(404);
        (await TryAsync(host, manager, "waiting", "Nope")).Status.ShouldBe(404);
        (await manager.PostAsync("/tests/activities", """{"workflowDefinitionHandle":{"definitionVersionId":"nope"},"activityHandle":{"activityId":"a"}}""")).Status.ShouldBe(404);
        (await manager.PostAsync("/tests/activities", """{"activityHandle":{"activityId":"a"}}""")).Status.ShouldBe(404);
        (await manager.PostAsync("/tests/activities", "{}")).Status.ShouldBe(400);
        (await manager.PostAsync("/tests/activities", """{"workflowDefinitionHandle":{"definitionId":"waiting","versionOptions":"Latest"},"activityHandle":{"activityId":"Event1"}}""")).Status.ShouldBe(200);
    }

    private static async Task<Answer> TryAsync(StudioHost host, StudioClient client, string definitionId, string activity)
    {
        var ct = TestContext.Current.CancellationToken;
        var version = await host.Database.InTenantAsync(
            Person.Seller, scope => host.Services.GetRequiredService<IWorkflowDefinitionQueries>().FindAsync(scope, definitionId, VersionOptions.Latest, ct), ct);
        return await client.PostAsync("/tests/activities", new
        {
            workflowDefinitionHandle = new { definitionId = (string?)null, versionOptions = (string?)null, definitionVersionId = version!.Summary.VersionId },
            activityHandle = new { activityId = activity.Contains(':') ? null : activity, activityNodeId = activity.Contains(':') ? activity : null, activityInstanceId = (string?)null },
        });
    }
}
