using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Simulator.Wildberries.Faults;
using AgentIQ.Simulator.Wildberries.Tokens;
using Dapper;

namespace AgentIQ.Ingestion.Tests.Channels;

public sealed class ChannelServiceTests : IAsyncLifetime
{
    private IngestionHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IngestionHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_connected_channel_shows_what_its_token_says()
    {
        var expiresAt = _host.Time.GetUtcNow().AddDays(90);
        var id = await _host.ConnectAsync(_host.Token(WildberriesTokenKind.Personal, expiresAt));

        var status = await _host.StatusAsync(id);
        status.TokenKind.ShouldBe("personal");
        status.TokenExpiresAt.ShouldBe(expiresAt);
        status.State.ShouldBe(ChannelState.Syncing);
        status.NextSyncAt.ShouldBe(_host.Time.GetUtcNow());
    }

    [Fact]
    public async Task The_token_is_nowhere_in_the_clear()
    {
        var token = _host.Token();
        var id = await _host.ConnectAsync(token);

        var row = await _host.InSellerAsync(scope => scope.Connection.QuerySingleAsync<string>("SELECT to_jsonb(c)::text FROM channels c"));
        row.ShouldNotContain(token);
        var channel = await _host.InSellerAsync(scope => _host.Get<ChannelStore>().GetAsync(scope, id, CancellationToken.None));
        channel.Connection.Secret.ShouldBe(token);
        channel.ToString().ShouldNotContain(token);
    }

    [Fact]
    public async Task A_token_that_the_marketplace_refuses_is_not_connected()
    {
        var error = await Should.ThrowAsync<ConnectorException>(() => _host.ConnectAsync(TestTokens.Personal));

        error.Fault.ShouldBe(ConnectorFault.Unauthorized);
        (await _host.Get<ChannelService>().ListAsync(_host.SellerId, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_token_is_refused_without_asking()
    {
        var error = await Should.ThrowAsync<ConnectorException>(() => _host.ConnectAsync("мой пароль"));

        error.Reason.Code.ShouldBe(ReasonCodes.TokenMalformed);
        _host.Simulator.Wildberries.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_marketplace_that_is_down_does_not_stand_in_the_way()
    {
        _host.Simulator.Wildberries.Faults.Add(new Fault(FaultKind.ServerError) { Path = "/ping" });

        var id = await _host.ConnectAsync();

        (await _host.SyncAsync(id)).Outcome.ShouldBe(SyncOutcome.Completed);
    }

    [Fact]
    public async Task A_cabinet_has_one_active_connection_whichever_seller_made_it()
    {
        var first = await _host.ConnectAsync();
        await Should.ThrowAsync<CabinetTakenException>(() => _host.ConnectAsync(name: "Ещё раз"));
        var stranger = _host.Ids.Next();
        await _host.Database.InTenantAsync(
            stranger, scope => _host.Get<SellerStore>().EnsureAsync(scope, "Чужой", CancellationToken.None), CancellationToken.None);
        var theft = new NewChannel(Marketplaces.Wildberries, Channel.Review, "Чужое", _host.Token());
        await Should.ThrowAsync<CabinetTakenException>(() => _host.Get<ChannelService>().ConnectAsync(stranger, theft, CancellationToken.None));

        await _host.Get<ChannelService>().DisableAsync(_host.SellerId, first, CancellationToken.None);
        await _host.Get<ChannelService>().ConnectAsync(stranger, theft, CancellationToken.None);
    }

    [Fact]
    public async Task A_channel_that_is_switched_off_is_not_asked()
    {
        var id = await _host.ConnectAsync();
        await _host.Get<ChannelService>().DisableAsync(_host.SellerId, id, CancellationToken.None);

        (await _host.SyncAsync(id)).Outcome.ShouldBe(SyncOutcome.NotMine);
        (await _host.Get<SyncWorker>().RunDueAsync(CancellationToken.None)).ShouldBeEmpty();
        (await _host.StatusAsync(id)).State.ShouldBe(ChannelState.Disabled);
    }

    [Fact]
    public async Task A_channel_without_a_name_is_refused() =>
        await Should.ThrowAsync<ArgumentException>(() => _host.ConnectAsync(name: " "));

    [Fact]
    public async Task No_seller_sees_anothers_channels()
    {
        var id = await _host.ConnectAsync();
        var stranger = _host.Ids.Next();

        (await _host.Get<ChannelService>().ListAsync(stranger, CancellationToken.None)).ShouldBeEmpty();
        await Should.ThrowAsync<ChannelNotFoundException>(() => _host.Database.InTenantAsync(
            stranger, scope => _host.Get<ChannelStore>().GetAsync(scope, id, CancellationToken.None), CancellationToken.None));
    }
}
