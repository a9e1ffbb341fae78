using System.Net;
using System.Text.Json;
using AgentIQ.Orchestration.Team;
using AgentIQ.Workflows.Execution;
using static AgentIQ.Server.Tests.Api.Workflows.Samples;

namespace AgentIQ.Server.Tests.Api.Workflows;

public sealed class InstanceTests
{
    private const string Manager = "Manager <manager@seller.test>";

    [Fact]
    public async Task A_faulted_instance_says_what_it_is_about_and_what_can_be_done()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Analyst);
        await desk.PublishAsync(Asking);
        var interaction = await desk.ReceiveAsync("Лампа");
        var id = await desk.RunAsync("asking", interaction.ToString());

        var instance = await browser.JsonAsync($"/api/workflows/instances/{id}");

        instance.Members().ShouldBe(
        [
            "id", "definitionId", "definitionName", "version", "versionId", "status", "subStatus", "name", "isSandbox", "interaction", "parent", "children", "incidents", "waits",
            "createdAt", "updatedAt", "finishedAt",
        ]);
        instance.GetProperty("definitionName").GetString().ShouldBe("Спросить");
        instance.GetProperty("version").GetInt32().ShouldBe(1);
        instance.GetProperty("status").GetString().ShouldBe("finished");
        instance.GetProperty("subStatus").GetString().ShouldBe("faulted");
        instance.GetProperty("isSandbox").GetBoolean().ShouldBeFalse();
        instance.GetProperty("interaction").GetProperty("id").GetGuid().ShouldBe(interaction);
        instance.GetProperty("interaction").GetProperty("title").GetString().ShouldBe("Лампа");
        instance.GetProperty("parent").ValueKind.ShouldBe(JsonValueKind.Null);
        instance.GetProperty("children").EnumerateArray().ShouldBeEmpty();
        instance.GetProperty("waits").EnumerateArray().ShouldBeEmpty();
        var incident = instance.GetProperty("incidents").EnumerateArray().ShouldHaveSingleItem();
        incident.Members().ShouldBe(["id", "activityId", "activityName", "message", "at", "kind", "outcomes"]);
        incident.GetProperty("activityId").GetString().ShouldBe("ask");
        incident.GetProperty("activityName").GetString().ShouldBe("Стоит ли отвечать?");
        incident.GetProperty("message").GetString()!.ShouldContain("missing");
        incident.GetProperty("kind").GetString().ShouldBe("activity");
        incident.GetProperty("outcomes").EnumerateArray().Select(o => o.GetString()).ShouldBe(["True", "False"]);
    }

    [Fact]
    public async Task A_waiting_instance_says_what_for_and_what_it_started()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        await desk.PublishAsync(Ending);
        await desk.PublishAsync(Starting);
        var id = await desk.RunAsync("starting", "about nothing");

        var instance = await browser.JsonAsync($"/api/workflows/instances/{id}");

        instance.GetProperty("status").GetString().ShouldBe("running");
        instance.GetProperty("subStatus").GetString().ShouldBe("suspended");
        instance.GetProperty("interaction").ValueKind.ShouldBe(JsonValueKind.Null);
        instance.GetProperty("finishedAt").ValueKind.ShouldBe(JsonValueKind.Null);
        var wait = instance.GetProperty("waits").EnumerateArray().ShouldHaveSingleItem();
        wait.Members().ShouldBe(["activityId", "activityName", "name", "due"]);
        wait.GetProperty("activityId").GetString().ShouldBe("wait");
        wait.GetProperty("name").GetString().ShouldBe("Go");
        wait.GetProperty("due").ValueKind.ShouldBe(JsonValueKind.Null);
        var child = instance.GetProperty("children").EnumerateArray().ShouldHaveSingleItem();
        child.Members().ShouldBe(["id", "definitionName", "subStatus"]);
        child.GetProperty("definitionName").GetString().ShouldBe("ending");
        child.GetProperty("subStatus").GetString().ShouldBe("finished");
        var other = await browser.JsonAsync($"/api/workflows/instances/{child.GetProperty("id").GetGuid()}");
        other.GetProperty("parent").Members().ShouldBe(["id"]);
        other.GetProperty("parent").GetProperty("id").GetGuid().ShouldBe(id);
    }

    [Fact]
    public async Task A_manager_cancels_an_instance_once()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await desk.PublishAsync(Waiting);
        var id = await desk.RunAsync("waiting");

        (await manager.SendAsync(HttpMethod.Post, $"/api/workflows/instances/{id}/cancel", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await desk.PumpAsync();

        (await desk.InstanceAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        (await desk.ActionsAsync(id)).ShouldBe([$"cancel {Manager}"]);
        await (await manager.SendAsync(HttpMethod.Post, $"/api/workflows/instances/{id}/cancel", null)).ShouldBeProblemAsync(HttpStatusCode.Conflict, "instance_finished");
        (await desk.ActionsAsync(id)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_faulted_instance_can_be_cancelled_too()
    {
        await using var desk = await Desk.StartAsync();
        using var owner = await desk.SignInAsync(TeamRole.Owner);
        await desk.PublishAsync(Asking);
        var id = await desk.RunAsync("asking");

        (await owner.SendAsync(HttpMethod.Post, $"/api/workflows/instances/{id}/cancel", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await desk.PumpAsync();

        (await desk.InstanceAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        (await owner.JsonAsync($"/api/workflows/instances/{id}")).GetProperty("incidents").EnumerateArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_elses_and_only_those_who_manage()
    {
        await using var desk = await Desk.StartAsync();
        using var analyst = await desk.SignInAsync(TeamRole.Analyst);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        using var nobody = desk.Browser();
        await desk.PublishAsync(Waiting);
        var id = await desk.RunAsync("waiting");

        await (await nobody.GetAsync($"/api/workflows/instances/{id}")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "sign_in_needed");
        await (await stranger.GetAsync($"/api/workflows/instances/{id}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await stranger.SendAsync(HttpMethod.Post, $"/api/workflows/instances/{id}/cancel", null)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await analyst.SendAsync(HttpMethod.Post, $"/api/workflows/instances/{id}/cancel", null)).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "not_allowed");
        (await desk.ActionsAsync(id)).ShouldBeEmpty();
    }
}
