using System.Net;
using System.Text.Json;
using AgentIQ.Interactions;
using AgentIQ.Server.Tests.Api.Workflows;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>What tests of policies do on a desk besides asking its API.</summary>
internal static class PolicyDesk
{
    public static Task<HttpResponseMessage> PostAsync(this Browser person, string path, object body, string language = "ru") =>
        person.SendAsync(HttpMethod.Post, path, body, ("Accept-Language", language));

    /// <summary>Sends something and reads what came of it, which must have gone well.</summary>
    public static async Task<JsonElement> AskAsync(this Browser person, string path, object body, string language = "ru")
    {
        var response = await person.PostAsync(path, body, language);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await Browser.ReadAsync(response);
    }

    /// <summary>Saves a text and says which version it became.</summary>
    public static async Task<string> SaveAsync(this Browser person, string document, string? note = null)
    {
        var response = await person.PostAsync($"{Deadlines.Set}/versions", new { document, note });
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await Browser.ReadAsync(response)).GetProperty("version").Text("label");
    }

    /// <summary>Makes a version active from now on.</summary>
    public static Task<JsonElement> PublishAsync(this Browser person, string label) =>
        person.AskAsync($"{Deadlines.Set}/versions/{label}/publication", new { state = "active" });

    /// <summary>A bad review comes in and its workflow goes as far as it can; all of it as a page shows it.</summary>
    public static async Task<JsonElement> ReceiveAsync(this Desk desk, Browser person, string externalId)
    {
        await desk.InTenantAsync(Desk.Seller, scope => desk.Services.GetRequiredService<IInteractionInbox>().ReceiveAsync(
            scope,
            new InboundItem
            {
                Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, externalId),
                OccurredAt = desk.Time.GetUtcNow(),
                ConnectedAt = desk.Time.GetUtcNow(),
                Rating = 1,
                CustomerName = "Мария",
                Content = new InteractionContent { Text = "Чайник протекает, разочарована", Raw = "{}" },
            },
            TestContext.Current.CancellationToken));
        await desk.PumpAsync();
        var items = (await person.JsonAsync("/api/interactions?queue=all")).GetProperty("items").EnumerateArray();
        var id = items.Single(item => item.Text("externalId") == externalId).Text("id");
        return await person.JsonAsync($"/api/interactions/{id}");
    }

    /// <summary>Changes what the application itself may not: the log is append-only.</summary>
    public static async Task OwnerAsync(this Desk desk, string sql)
    {
        await using var connection = await desk.Database.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync("SELECT set_config('agentiq.seller_id', @seller, true)", new { seller = Desk.Seller.ToString() });
        await connection.ExecuteAsync(sql);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The decision of the deadlines about an interaction.</summary>
    public static JsonElement Deadline(this JsonElement interaction) =>
        interaction.GetProperty("decisions").EnumerateArray().Last(decision => decision.Text("set") == "sla");

    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString().ShouldNotBeNull();

    public static IReadOnlyList<JsonElement> List(this JsonElement element, string member) => [.. element.GetProperty(member).EnumerateArray()];
}
