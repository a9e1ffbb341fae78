using System.Net;
using System.Text.Json;
using AgentIQ.Orchestration.Team;
using AgentIQ.Workflows.Execution;
using static AgentIQ.Server.Tests.Api.Workflows.Samples;

namespace AgentIQ.Server.Tests.Api.Workflows;

public sealed class IncidentTests
{
    private const string Manager = "Manager <manager@seller.test>";

    [Fact]
    public async Task The_list_has_every_open_incident_with_its_instance_and_interaction()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        (await browser.JsonAsync("/api/workflows/incidents")).EnumerateArray().ShouldBeEmpty();
        await desk.PublishAsync(Asking);
        var interaction = await desk.ReceiveAsync("Лампа");
        var first = await desk.RunAsync("asking", interaction.ToString());
        var second = await desk.RunAsync("asking");

        var incidents = (await browser.JsonAsync("/api/workflows/incidents")).EnumerateArray().ToList();

        incidents.Select(i => i.GetProperty("instanceId").GetGuid()).ShouldBe([first, second]);
        incidents[0].Members().ShouldBe(
            ["id", "activityId", "activityName", "message", "at", "kind", "outcomes", "instanceId", "definitionName", "interaction"], ignoreOrder: true);
        incidents[0].GetProperty("definitionName").GetString().ShouldBe("Спросить");
        incidents[0].GetProperty("interaction").GetProperty("title").GetString().ShouldBe("Лампа");
        incidents[1].GetProperty("interaction").ValueKind.ShouldBe(JsonValueKind.Null);
        (await stranger.JsonAsync("/api/workflows/incidents")).EnumerateArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_retry_finishes_what_failed()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await desk.PublishAsync(Flow("calling", null, [Activity("start", "Elsa.DispatchWorkflow", null, ("workflowDefinitionId", Literal("ending")))], []));
        var id = await desk.RunAsync("calling");
        (await desk.InstanceAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        await desk.PublishAsync(Ending);

        (await PostAsync(manager, await IncidentAsync(manager), "retry")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await desk.PumpAsync();

        (await desk.InstanceAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await desk.ActionsAsync(id)).ShouldBe([$"retry {Manager}"]);
    }

    [Fact]
    public async Task A_skip_takes_the_chosen_outcome()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await desk.PublishAsync(Asking);
        var id = await desk.RunAsync("asking");
        var incident = await IncidentAsync(manager);

        foreach (var wrong in (string[])["Maybe", ""])
        {
            var problem = await (await PostAsync(manager, incident, "skip", new { outcome = wrong })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "wrong_outcome");
            problem.GetProperty("outcomes").EnumerateArray().Select(o => o.GetString()).ShouldBe(["True", "False"]);
        }

        await (await PostAsync(manager, incident, "skip", new { })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "bad_request");
        (await PostAsync(manager, incident, "skip", new { outcome = "False" })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await desk.PumpAsync();

        (await desk.InstanceAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await desk.RanAsync(id)).ShouldContain("no");
        (await desk.RanAsync(id)).ShouldNotContain("yes");
        (await desk.ActionsAsync(id)).ShouldBe([$"skip False {Manager}"]);
        foreach (var action in (string[])["retry", "skip", "cancel"])
        {
            await (await PostAsync(manager, incident, action, new { outcome = "True" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "incident_resolved");
        }
    }

    [Fact]
    public async Task Cancelling_stops_the_instance()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await desk.PublishAsync(Asking);
        var id = await desk.RunAsync("asking");

        (await PostAsync(manager, await IncidentAsync(manager), "cancel")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await desk.PumpAsync();

        (await desk.InstanceAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        (await manager.JsonAsync("/api/workflows/incidents")).EnumerateArray().ShouldBeEmpty();
        (await desk.ActionsAsync(id)).ShouldBe([$"cancel {Manager}"]);
    }

    [Fact]
    public async Task A_retry_beside_an_instance_that_must_be_alone_is_refused_naming_that_one()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await desk.PublishAsync(Starting);
        await desk.RunAsync("starting");
        await desk.PublishAsync(Ending);
        var rival = await desk.RunAsync("starting");

        var problem = await (await PostAsync(manager, await IncidentAsync(manager), "retry")).ShouldBeProblemAsync(HttpStatusCode.Conflict, "activation_refused");

        problem.GetProperty("rival").GetGuid().ShouldBe(rival);
    }

    [Theory]
    [InlineData("retry")]
    [InlineData("skip")]
    [InlineData("cancel")]
    public async Task Nobody_elses_and_only_those_who_manage(string action)
    {
        await using var desk = await Desk.StartAsync();
        using var answering = await desk.SignInAsync(TeamRole.Operator);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        using var nobody = desk.Browser();
        await desk.PublishAsync(Asking);
        var id = await desk.RunAsync("asking");
        var incident = await IncidentAsync(answering);

        await (await PostAsync(nobody, incident, action, new { outcome = "True" })).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "sign_in_needed");
        await (await PostAsync(answering, incident, action, new { outcome = "True" })).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "not_allowed");
        await (await PostAsync(stranger, incident, action, new { outcome = "True" })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        (await desk.ActionsAsync(id)).ShouldBeEmpty();
    }

    private static async Task<Guid> IncidentAsync(Browser browser) =>
        (await browser.JsonAsync("/api/workflows/incidents")).EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetGuid();

    private static Task<HttpResponseMessage> PostAsync(Browser browser, Guid incident, string action, object? body = null) =>
        browser.SendAsync(HttpMethod.Post, $"/api/workflows/incidents/{incident}/{action}", body);
}
