using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AgentIQ.EndToEnd.Tests.Support;
using AgentIQ.Ingestion;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Server.Hosting;
using AgentIQ.Server.Sandbox;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.EndToEnd.Tests.Lifecycle;

/// <summary>The shipped workflow on a sandboxed interaction: everything happens, and the real marketplace hears nothing of it.</summary>
public sealed class SandboxLifecycleTests
{
    /// <summary>The sync would ask the real marketplace by itself.</summary>
    private const HostRoles WithoutSync = HostRoles.Web | HostRoles.Worker;

    [Fact]
    public async Task A_trial_run_is_answered_in_the_desk_and_published_on_the_simulated_marketplace_alone()
    {
        await using var installation = await Installation.StartAsync(WithoutSync);
        var asked = installation.Simulator.Wildberries.Requests.Count;
        using var desk = await SignInAsync(installation);

        var (instance, interaction) = await RunAsync(installation, desk, "thanks");
        var waiting = await DetailAsync(desk, interaction, detail => detail.GetProperty("draft").ValueKind == JsonValueKind.Object, installation);
        waiting.GetProperty("firstResponseDue").ValueKind.ShouldBe(JsonValueKind.String);
        (await desk.PostAsJsonAsync($"/api/interactions/{interaction}/replies", new { text = waiting.GetProperty("draft").GetProperty("text").GetString(), revision = waiting.GetProperty("revision").GetInt64() }))
            .StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var published = await DetailAsync(desk, interaction, detail => detail.GetProperty("replyState").GetString() == "published");

        published.GetProperty("isSandbox").GetBoolean().ShouldBeTrue();
        published.GetProperty("status").GetString().ShouldBe("resolved");
        published.GetProperty("workflowInstanceId").GetGuid().ShouldBe(instance);
        (await desk.GetFromJsonAsync<JsonElement>("/api/interactions/counts")).GetProperty("all").GetInt64().ShouldBe(0);
        installation.Simulator.Wildberries.Requests.Count.ShouldBe(asked);
        installation.Account.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_simulated_marketplace_the_reply_fails_with_a_reason_and_goes_nowhere()
    {
        await using var installation = await Installation.StartAsync(WithoutSync);
        var asked = installation.Simulator.Wildberries.Requests.Count;
        using var desk = await SignInAsync(installation);
        var (_, interaction) = await RunAsync(installation, desk, "thanks");
        var waiting = await DetailAsync(desk, interaction, detail => detail.GetProperty("draft").ValueKind == JsonValueKind.Object, installation);

        await ((SandboxSimulator)installation.Host.Services.GetRequiredService<ISandboxMarketplace>()).DisposeAsync();
        await desk.PostAsJsonAsync($"/api/interactions/{interaction}/replies", new { text = waiting.GetProperty("draft").GetProperty("text").GetString(), revision = waiting.GetProperty("revision").GetInt64() });
        var failed = await DetailAsync(desk, interaction, detail => detail.GetProperty("replyState").GetString() == "failed");

        failed.GetProperty("reply").GetProperty("failure").GetString()!.ShouldContain("никуда не отправлен");
        installation.Simulator.Wildberries.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task A_trial_run_goes_with_all_that_it_left()
    {
        await using var installation = await Installation.StartAsync(WithoutSync);
        using var desk = await SignInAsync(installation);
        var (_, interaction) = await RunAsync(installation, desk, "thanks");
        var waiting = await DetailAsync(desk, interaction, detail => detail.GetProperty("draft").ValueKind == JsonValueKind.Object, installation);
        await desk.PostAsJsonAsync($"/api/interactions/{interaction}/replies", new { text = waiting.GetProperty("draft").GetProperty("text").GetString(), revision = waiting.GetProperty("revision").GetInt64() });
        await DetailAsync(desk, interaction, detail => detail.GetProperty("replyState").GetString() == "published");

        await installation.InSellerAsync(async scope =>
        {
            foreach (var observer in installation.Host.Services.GetServices<ISandboxObserver>().Reverse())
            {
                await observer.OnRemovedAsync(scope, [InteractionCorrelation.Of(interaction)], CancellationToken.None);
            }

            return true;
        });

        (await desk.GetAsync($"/api/interactions/{interaction}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<HttpClient> SignInAsync(Installation installation)
    {
        var desk = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = installation.Host.Address };
        (await desk.PostAsJsonAsync("/api/session", new { email = Installation.OwnerEmail, password = Installation.Password })).EnsureSuccessStatusCode();
        return desk;
    }

    private static async Task<(Guid Instance, Guid Interaction)> RunAsync(Installation installation, HttpClient desk, string sample)
    {
        var answer = await desk.PostAsJsonAsync("/api/workflows/definitions/interaction-lifecycle/runs", new { sampleId = sample });
        answer.EnsureSuccessStatusCode();
        var instance = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("instanceId").GetGuid();
        var summary = await installation.InSellerAsync(scope => installation.Host.Services.GetRequiredService<IWorkflowMonitor>().FindAsync(scope, instance, CancellationToken.None));
        return (instance, InteractionCorrelation.IdOf(summary!.CorrelationId));
    }

    /// <param name="desk">Who looks.</param>
    /// <param name="interaction">At what.</param>
    /// <param name="isReached">Until when.</param>
    /// <param name="waiting">Also until its workflow waits for a person's reply.</param>
    private static async Task<JsonElement> DetailAsync(HttpClient desk, Guid interaction, Func<JsonElement, bool> isReached, Installation? waiting = null) =>
        (await Eventually.FindAsync("the interaction to come so far", async () =>
        {
            if (waiting is not null && !await waiting.WaitsForReplyAsync(interaction))
            {
                return null;
            }

            var detail = await desk.GetFromJsonAsync<JsonElement>($"/api/interactions/{interaction}");
            return isReached(detail) ? new Reached(detail) : null;
        })).Detail;

    private sealed record Reached(JsonElement Detail);
}
