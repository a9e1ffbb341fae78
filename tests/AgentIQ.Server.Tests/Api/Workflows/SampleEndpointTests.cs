using System.Net;
using System.Text.Json;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Team;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Api.Workflows;

/// <summary>Samples, and trial runs made of them.</summary>
public sealed class SampleEndpointTests
{
    private const string Lifecycle = "interaction-lifecycle";

    private const string Plain = """{"definitionId":"plain","name":"Без обращения","root":{"id":"flow","type":"Elsa.Flowchart","activities":[{"id":"e","type":"Elsa.Event","eventName":{"typeName":"String","expression":{"type":"Literal","value":"Go"}}}],"connections":[]}}""";

    [Fact]
    public async Task The_samples_have_a_title_in_the_readers_language_and_the_words_of_a_customer()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);

        var samples = (await manager.JsonAsync($"/api/workflows/samples?definitionId={Lifecycle}")).EnumerateArray().ToList();
        var english = await Browser.ReadAsync(await manager.GetAsync("/api/workflows/samples", ("Accept-Language", "en")));

        samples[0].EnumerateObject().Select(p => p.Name).ShouldBe(["id", "title", "channel", "rating", "text"]);
        samples.Select(s => s.GetProperty("id").GetString()).ShouldBe(["defect", "thanks", "size", "legal", "delivery", "rating-only"]);
        (samples[0].GetProperty("title").GetString(), samples[0].GetProperty("channel").GetString(), samples[0].GetProperty("rating").GetInt32())
            .ShouldBe(("Брак, одна звезда", "review", 1));
        english[0].GetProperty("title").GetString().ShouldBe("A defect, one star");
        samples.ShouldAllBe(s => s.GetProperty("id").GetString() == "rating-only" || s.GetProperty("text").GetString()!.Length > 50);
    }

    [Fact]
    public async Task Copies_of_the_sellers_own_interactions_do_not_say_who_wrote_them_and_are_not_anothers()
    {
        await using var desk = await Desk.StartAsync();
        await ReceiveAsync(desk, "Здравствуйте, это Мария. Кран течёт, звоните +7 912 345-67-89", "Мария");
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);

        var copy = (await manager.JsonAsync("/api/workflows/samples")).EnumerateArray().Last();
        copy.GetProperty("text").GetString().ShouldBe("Здравствуйте, это …. Кран течёт, звоните …");
        copy.GetProperty("title").GetString()!.ShouldStartWith("Как ваше обращение");
        (await stranger.JsonAsync("/api/workflows/samples")).GetArrayLength().ShouldBe(6);
        await (await RunAsync(stranger, Lifecycle, copy.GetProperty("id").GetString())).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "unknown_sample");

        var detail = await OfRunAsync(desk, manager, await RunAsync(manager, Lifecycle, copy.GetProperty("id").GetString()));
        detail.GetProperty("customerName").GetString().ShouldBe("Покупатель");
        detail.GetProperty("text").GetString()!.ShouldNotContain("Мария");
    }

    [Fact]
    public async Task A_run_works_on_an_interaction_that_only_its_link_shows()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        using var operators = await desk.SignInAsync(TeamRole.Operator);

        var detail = await OfRunAsync(desk, manager, await RunAsync(manager, Lifecycle, "defect"));

        detail.GetProperty("isSandbox").GetBoolean().ShouldBeTrue();
        detail.GetProperty("rating").GetInt32().ShouldBe(1);
        detail.GetProperty("sellerCabinetUrl").ValueKind.ShouldBe(JsonValueKind.Null);
        (await operators.JsonAsync("/api/interactions?queue=all")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await operators.JsonAsync("/api/interactions/counts")).GetProperty("all").GetInt64().ShouldBe(0);
        (await operators.GetAsync($"/api/interactions/{detail.GetProperty("id").GetString()}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await operators.JsonAsync("/api/channels")).GetArrayLength().ShouldBe(0);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        await (await stranger.GetAsync($"/api/interactions/{detail.GetProperty("id").GetString()}")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_workflow_that_knows_no_interaction_gets_the_sample_as_its_input_and_runs_as_a_draft()
    {
        await using var desk = await Desk.StartAsync();
        await SaveAsync(desk, Plain);
        using var manager = await desk.SignInAsync(TeamRole.Manager);

        var id = Guid.Parse((await Browser.ReadAsync(await RunAsync(manager, "plain", null))).GetProperty("instanceId").GetString()!);

        await desk.InTenantAsync(Desk.Seller, async scope =>
        {
            var summary = (await desk.Services.GetRequiredService<IWorkflowMonitor>().FindAsync(scope, id, TestContext.Current.CancellationToken))!;
            (summary.IsSandbox, summary.CorrelationId, summary.DefinitionId).ShouldBe((true, null, "plain"));
            var sandboxed = await desk.Services.GetRequiredService<InteractionQueries>().ChangedSinceAsync(scope, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
            sandboxed.ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_words()
    {
        await using var desk = await Desk.StartAsync();
        await SaveAsync(desk, Plain);
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);

        await (await RunAsync(manager, "nothing", "defect")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await manager.GetAsync("/api/workflows/samples?definitionId=nothing")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await RunAsync(stranger, "plain", "defect")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await stranger.GetAsync("/api/workflows/samples?definitionId=plain")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        (await (await RunAsync(manager, "plain", "mine")).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "unknown_sample"))
            .GetProperty("title").GetString().ShouldBe("Такого примера нет");
    }

    private static Task<HttpResponseMessage> RunAsync(Browser person, string definition, string? sample) =>
        person.SendAsync(HttpMethod.Post, $"/api/workflows/definitions/{definition}/runs", new { sampleId = sample });

    private static async Task<JsonElement> OfRunAsync(Desk desk, Browser person, HttpResponseMessage started)
    {
        started.StatusCode.ShouldBe(HttpStatusCode.OK);
        var instance = Guid.Parse((await Browser.ReadAsync(started)).GetProperty("instanceId").GetString()!);
        string? interaction = null;
        await desk.InTenantAsync(Desk.Seller, async scope =>
            interaction = (await desk.Services.GetRequiredService<IWorkflowMonitor>().FindAsync(scope, instance, TestContext.Current.CancellationToken))!.CorrelationId);
        return await person.JsonAsync($"/api/interactions/{interaction}");
    }

    private static Task SaveAsync(Desk desk, string definition) => desk.InTenantAsync(
        Desk.Seller,
        scope => desk.Services.GetRequiredService<IWorkflowDefinitions>().SaveAsync(scope, new SaveDefinition(definition, "test"), TestContext.Current.CancellationToken));

    private static Task ReceiveAsync(Desk desk, string text, string customer) => desk.InTenantAsync(Desk.Seller, scope =>
        desk.Services.GetRequiredService<IInteractionInbox>().ReceiveAsync(
            scope,
            new InboundItem
            {
                Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, "real"),
                OccurredAt = desk.Time.GetUtcNow(),
                ConnectedAt = desk.Time.GetUtcNow(),
                Rating = 2,
                CustomerName = customer,
                Content = new InteractionContent { Text = text, Raw = "{}" },
            },
            TestContext.Current.CancellationToken));
}
