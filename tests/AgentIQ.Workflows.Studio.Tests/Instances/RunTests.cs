using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>The designer's Run, dispatching, events and tasks.</summary>
public sealed class RunTests
{
    [Fact]
    [Exchange("077-exec-post")]
    public async Task Run_starts_the_latest_version_and_answers_how_far_it_came()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Quick);
        using var manager = host.As(Person.Manager);

        var answer = await manager.PostAsync("/workflow-definitions/quick/execute", """{"correlationId":null,"triggerActivityId":null,"versionOptions":"Latest","input":{"Who":"me"}}""");

        answer.ShouldAgreeWith("077-exec-post");
        answer.Headers["x-elsa-workflow-cannot-start"].ShouldBe("False");
        var state = answer.Json["workflowState"]!;
        answer.Headers["x-elsa-workflow-instance-id"].ShouldBe(state["id"]!.GetValue<string>());
        state["output"]!["Result"]!.GetValue<string>().ShouldBe("me");
        state["subStatus"]!.GetValue<string>().ShouldBe("Finished");
    }

    [Fact]
    [Exchange("078-exec-get")]
    public async Task Run_by_GET_does_the_same_but_not_for_another_site()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Quick);
        using var manager = host.As(Person.Manager);

        (await manager.GetAsync("/workflow-definitions/quick/execute?correlationId=corr-g")).ShouldAgreeWith("078-exec-get");

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(host.App.Urls.First()), StudioEndpoints.ApiPath + "/workflow-definitions/quick/execute"));
        request.Headers.Add(TestAuthentication.HeaderName, Person.Manager.Header);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var refused = await http.SendAsync(request, TestContext.Current.CancellationToken);
        ((int)refused.StatusCode).ShouldBe(403);
    }

    [Fact]
    [Exchange("079-exec-missing")]
    public async Task A_definition_that_is_not_there_cannot_be_run()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Quick);
        using var manager = host.As(Person.Manager);
        using var stranger = host.As(Person.Stranger);

        (await manager.PostAsync("/workflow-definitions/nope/execute", "{}")).ShouldAgreeWith("079-exec-missing");
        (await stranger.PostAsync("/workflow-definitions/quick/execute", "{}")).Status.ShouldBe(404);
        (await manager.PostAsync("/workflow-definitions/nope/dispatch", "{}")).Status.ShouldBe(404);
        (await manager.PostAsync("/workflow-definitions/quick/execute", "{")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Where_a_second_instance_is_not_allowed_the_header_says_so_and_names_none()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Single);
        using var manager = host.As(Person.Manager);
        (await manager.PostAsync("/workflow-definitions/single/execute", "{}")).Headers["x-elsa-workflow-cannot-start"].ShouldBe("False");

        var answer = await manager.PostAsync("/workflow-definitions/single/execute", "{}");

        answer.Status.ShouldBe(200);
        answer.Headers["x-elsa-workflow-cannot-start"].ShouldBe("True");
        answer.Headers.ContainsKey("x-elsa-workflow-instance-id").ShouldBeFalse();
    }

    [Fact]
    [Exchange("118-fault-exec")]
    public async Task A_run_that_faults_shows_its_incident()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Faulting);
        using var manager = host.As(Person.Manager);

        var answer = await manager.PostAsync("/workflow-definitions/faulting/execute", "{}");

        answer.ShouldAgreeWith("118-fault-exec", "incidents[].id");
        answer.Json["workflowState"]!["incidents"]![0]!["message"]!.GetValue<string>().ShouldBe("boom");
    }

    [Fact]
    [Exchange("120-jserr-exec")]
    public async Task A_script_that_fails_shows_its_incident()
    {
        await using var host = await InstanceHost.WithAsync(Samples.FailingScript);
        using var manager = host.As(Person.Manager);

        (await manager.PostAsync("/workflow-definitions/script/execute", "{}")).ShouldAgreeWith("120-jserr-exec", "incidents[].id");
    }

    [Fact]
    [Exchange("081-dispatch")]
    [Exchange("082-bulk-dispatch")]
    public async Task Dispatching_starts_the_published_version()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        using var manager = host.As(Person.Manager);

        var one = await manager.PostAsync("/workflow-definitions/waiting/dispatch", """{"correlationId":"disp-1","input":{"k":1}}""");
        one.ShouldAgreeWith("081-dispatch");
        var three = await manager.PostAsync("/workflow-definitions/waiting/bulk-dispatch", """{"count":3}""");
        three.ShouldAgreeWith("082-bulk-dispatch");

        three.Json["workflowInstanceIds"]!.AsArray().Select(id => id!.GetValue<Guid>()).Distinct().Count().ShouldBe(3);
        (await manager.GetAsync("/workflow-instances")).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBe(4);
        (await manager.PostAsync("/workflow-definitions/waiting/bulk-dispatch", """{"count":0}""")).Status.ShouldBe(400);
        (await manager.PostAsync("/workflow-definitions/waiting/bulk-dispatch", "{}")).Status.ShouldBe(400);
    }

    [Fact]
    [Exchange("101-wi-get-after-resume")]
    [Exchange("105-event-trigger")]
    [Exchange("106-wi-get-after-event")]
    [Exchange("107-wi-journal-after-event")]
    public async Task An_event_lets_the_instance_go_on()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var (id, other) = (await host.StartAsync("waiting", "disp-1"), await host.StartAsync("waiting"));
        using var manager = host.As(Person.Manager);

        (await manager.PostAsync("/events/Go/trigger", new { workflowInstanceId = id, workflowExecutionMode = "Synchronous", input = new { x = 1 } })).ShouldAgreeWith("105-event-trigger");
        await host.EndAsync(id);
        (await manager.GetAsync($"/workflow-instances/{id}")).ShouldAgreeWith("106-wi-get-after-event");
        (await manager.GetAsync($"/workflow-instances/{id}/journal?page=0&pageSize=100")).ShouldAgreeWith("107-wi-journal-after-event", "items[].activityState", "items[].payload");
        (await manager.GetAsync($"/workflow-instances/{other}")).JsonOf(200)["status"]!.GetValue<string>().ShouldBe("Running");

        (await manager.PostAsync("/events/Go/trigger", "{}")).Status.ShouldBe(200);
        await host.EndAsync(other);
        (await manager.GetAsync($"/workflow-instances/{other}")).ShouldAgreeWith("101-wi-get-after-resume");
        (await manager.PostAsync("/events/Go/trigger", """{"workflowInstanceId":"nope"}""")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_task_is_reported_once()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Task);
        var id = await host.StartAsync("task");
        var task = await host.TaskAsync(id);
        using var manager = host.As(Person.Manager);
        using var stranger = host.As(Person.Stranger);

        (await stranger.PostAsync($"/tasks/{task}/complete", """{"result":"fine"}""")).Status.ShouldBe(404);
        (await manager.PostAsync($"/tasks/{task}/complete", """{"result":"fine"}""")).Status.ShouldBe(200);
        await host.EndAsync(id);
        (await manager.PostAsync($"/tasks/{task}/complete", "{}")).Status.ShouldBe(404);
        (await manager.PostAsync("/tasks/nope/complete", "{}")).Status.ShouldBe(404);
    }
}
