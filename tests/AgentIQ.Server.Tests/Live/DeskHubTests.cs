using System.Net.WebSockets;
using System.Text;
using AgentIQ.Ingestion;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Live;

public sealed class DeskHubTests
{
    private static readonly Guid Channel = new("01900000-0000-7000-8000-0000000000bb");

    private static readonly Guid OtherChannel = new("01900000-0000-7000-8000-0000000000cc");

    [Fact]
    public async Task A_change_reaches_the_sellers_own_pages_in_another_process_too_and_nobody_elses()
    {
        await using var desk = await Desk.StartAsync(options => options with { Time = TimeProvider.System });
        var folder = Directory.CreateTempSubdirectory("agentiq-server-tests-");
        File.Copy(Path.Combine(desk.Folder, "secret.key"), Path.Combine(folder.FullName, "secret.key"));
        await using var worker = AgentIqHost.Create(desk.Options(folder.FullName) with { Time = TimeProvider.System, Roles = HostRoles.None });
        await worker.StartAsync(TestContext.Current.CancellationToken);
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        await using var page = await HubPage.OpenAsync(browser);
        await using var other = await HubPage.OpenAsync(stranger);

        var channels = worker.Services.GetRequiredService<IChannelListener>();
        await worker.Services.GetRequiredService<Database>().InTenantAsync(
            Desk.Seller, scope => channels.ChangedAsync(scope, Channel, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        (await page.NextAsync()).ShouldContain($"\"target\":\"ChannelChanged\",\"arguments\":[{{\"id\":\"{Channel}\"}}]");

        var interaction = await ReceiveAsync(worker);
        (await page.NextAsync()).ShouldContain($"\"target\":\"InteractionChanged\",\"arguments\":[{{\"id\":\"{interaction}\",\"revision\":1}}]");
        (await page.NextAsync()).ShouldContain("\"target\":\"CountsChanged\"");

        // Had the first ones gone to everybody, they would be the stranger's first messages.
        await worker.Services.GetRequiredService<Database>().InTenantAsync(
            Desk.OtherSeller, scope => channels.ChangedAsync(scope, OtherChannel, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        (await other.NextAsync()).ShouldContain($"{OtherChannel}");
        await worker.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Nobody_may_listen()
    {
        await using var desk = await Desk.StartAsync();
        using var nobody = desk.Browser();

        (await nobody.SendAsync(HttpMethod.Post, "/hubs/desk/negotiate?negotiateVersion=1", null)).StatusCode
            .ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    private static async Task<Guid> ReceiveAsync(AgentIqHost worker)
    {
        var now = TimeProvider.System.GetUtcNow();
        var interaction = new Interaction
        {
            SellerId = Desk.Seller,
            Id = Guid.CreateVersion7(now),
            Key = new InteractionKey(Marketplaces.Wildberries, AgentIQ.Interactions.Channel.Review, "live"),
            Subject = "Лампа",
            Preview = "Светит",
            OccurredAt = now,
            ReceivedAt = now,
            ClockStart = now,
            UpdatedAt = now,
        };
        var store = worker.Services.GetRequiredService<InteractionStore>();
        await worker.Services.GetRequiredService<Database>().InTenantAsync(
            Desk.Seller, scope => store.TryInsertAsync(scope, interaction, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return interaction.Id;
    }

    /// <summary>The hub's JSON protocol by hand: there is no client package to be had.</summary>
    private sealed class HubPage(ClientWebSocket socket) : IAsyncDisposable
    {
        private const char RecordEnd = '\u001e';

        private readonly Queue<string> _records = new();

        public static async Task<HubPage> OpenAsync(Browser browser)
        {
            var socket = new ClientWebSocket();
            socket.Options.Cookies = browser.Cookies;
            var address = new UriBuilder(browser.Address) { Scheme = "ws", Path = "/hubs/desk" }.Uri;
            await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
            var page = new HubPage(socket);
            await socket.SendAsync(
                Encoding.UTF8.GetBytes("""{"protocol":"json","version":1}""" + RecordEnd), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
            (await page.RecordAsync()).ShouldBe("{}");
            return page;
        }

        /// <summary>The next message that is no ping.</summary>
        public async Task<string> NextAsync()
        {
            while (true)
            {
                var record = await RecordAsync();
                if (!record.Contains("\"type\":6", StringComparison.Ordinal))
                {
                    return record;
                }
            }
        }

        public ValueTask DisposeAsync()
        {
            socket.Dispose();
            return ValueTask.CompletedTask;
        }

        private async Task<string> RecordAsync()
        {
            var buffer = new byte[16 * 1024];
            while (_records.Count is 0)
            {
                var received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
                foreach (var record in Encoding.UTF8.GetString(buffer, 0, received.Count).Split(RecordEnd, StringSplitOptions.RemoveEmptyEntries))
                {
                    _records.Enqueue(record);
                }
            }

            return _records.Dequeue();
        }
    }
}
