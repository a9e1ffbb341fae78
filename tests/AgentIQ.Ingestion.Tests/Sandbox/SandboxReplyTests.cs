using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Simulator;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Testing;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Channel = AgentIQ.Interactions.Channel;

namespace AgentIQ.Ingestion.Tests.Sandbox;

/// <summary>The reply of a trial run goes to a simulated marketplace or nowhere; the host's own simulator stands for the real one here.</summary>
public sealed class SandboxReplyTests : IAsyncLifetime
{
    private const string Text = "Здравствуйте! Спасибо за отзыв, рады, что термос подошёл.";
    private IngestionHost _host = null!;
    private Guid _realChannel;
    private int _asked;

    public async ValueTask InitializeAsync()
    {
        _host = await IngestionHost.StartAsync();
        _realChannel = await _host.ConnectAsync();
        _asked = _host.Simulator.Wildberries.Requests.Count;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Without_a_simulated_marketplace_it_is_refused_and_nobody_is_asked()
    {
        var reply = await ApproveAsync(_host.Get<ReplyStore>(), await CreateAsync());

        var result = await _host.Get<ReplySender>().SendAsync(_host.SellerId, reply.Id, isSandbox: true, CancellationToken.None);

        (result.Outcome, result.Reason!.Code).ShouldBe((ReplySendOutcome.Refused, ReasonCodes.SandboxUnavailable));
        result.Reason.Text(Language.Russian).ShouldContain("никуда не отправлен");
        (await Should.ThrowAsync<ConnectorException>(() => _host.Get<ReplySender>().LookAsync(_host.SellerId, reply.Id, isSandbox: true, CancellationToken.None)))
            .Reason.Code.ShouldBe(ReasonCodes.SandboxUnavailable);
        _host.Simulator.Wildberries.Requests.Count.ShouldBe(_asked);
    }

    [Fact]
    public async Task With_one_the_connector_itself_sends_it_there_and_reads_it_back()
    {
        await using var market = await Market.StartAsync(_host.Time);
        await using var process = _host.AnotherProcess(services => services.AddSingleton<ISandboxMarketplace>(market));
        var interaction = await CreateAsync();
        var reply = await ApproveAsync(process.GetRequiredService<ReplyStore>(), interaction);
        var sender = process.GetRequiredService<ReplySender>();

        (await sender.SendAsync(_host.SellerId, reply.Id, isSandbox: true, CancellationToken.None)).Outcome.ShouldBe(ReplySendOutcome.Sent);
        (await sender.LookAsync(_host.SellerId, reply.Id, isSandbox: true, CancellationToken.None)).ShouldBe(ReplyLook.Moderation);

        market.Host.Wildberries.Sellers.Single().Answers.Single().Text.ShouldBe(Text);
        _host.Simulator.Wildberries.Requests.Count.ShouldBe(_asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Neither_world_sends_for_the_other(bool isSandboxInteraction)
    {
        await using var market = await Market.StartAsync(_host.Time);
        await using var process = _host.AnotherProcess(services => services.AddSingleton<ISandboxMarketplace>(market));
        var review = _host.Write();
        await _host.SyncAsync(_realChannel);
        var asked = _host.Simulator.Wildberries.Requests.Count;
        var reply = await ApproveAsync(process.GetRequiredService<ReplyStore>(), isSandboxInteraction ? await CreateAsync() : (await _host.FindAsync(review.Id))!);

        var result = await process.GetRequiredService<ReplySender>().SendAsync(_host.SellerId, reply.Id, !isSandboxInteraction, CancellationToken.None);

        (result.Outcome, result.Reason!.Code).ShouldBe((ReplySendOutcome.Refused, ReasonCodes.SandboxMismatch));
        _host.Simulator.Wildberries.Requests.Count.ShouldBe(asked);
        market.Host.Wildberries.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void A_connection_of_trial_runs_never_falls_back_to_the_real_host_and_never_leaves_the_machine()
    {
        var real = new Uri("https://feedbacks-api.wildberries.ru");
        var connection = new ChannelConnection(Guid.Empty, Guid.Empty, "token", DateTimeOffset.UnixEpoch) { IsSandbox = true };

        Should.Throw<ConnectorException>(() => connection.AddressOr(real)).Reason.Code.ShouldBe(ReasonCodes.SandboxUnavailable);
        Should.Throw<ConnectorException>(() => (connection with { SandboxAddress = real }).AddressOr(real));
        (connection with { SandboxAddress = new Uri("http://127.0.0.1:1") }).AddressOr(real).Port.ShouldBe(1);
        (connection with { IsSandbox = false }).AddressOr(real).ShouldBe(real);
    }

    [Fact]
    public async Task Its_channel_is_not_the_sellers_and_is_made_once()
    {
        var first = await ChannelAsync();

        (await ChannelAsync()).ShouldBe(first);
        (await _host.Get<ChannelService>().ListAsync(_host.SellerId, CancellationToken.None)).Select(channel => channel.Id).ShouldBe([_realChannel]);
        await Should.ThrowAsync<ChannelNotFoundException>(() => _host.InSellerAsync(scope => _host.Get<ChannelStore>().GetAsync(scope, first, CancellationToken.None)));
        await Should.ThrowAsync<ChannelNotFoundException>(() => _host.Get<ChannelService>().ReplaceSecretAsync(_host.SellerId, first, _host.Token(), CancellationToken.None));
        await _host.Get<ChannelService>().DisableAsync(_host.SellerId, first, CancellationToken.None);
        (await FindForAsync(await CreateAsync())).ShouldBe(first);
    }

    [Fact]
    public async Task With_two_cabinets_the_one_answers_that_the_item_came_through()
    {
        var second = _host.Simulator.Wildberries.AddSeller("Второй кабинет");
        var secondChannel = await _host.ConnectAsync(second.IssueToken(), "Второй");
        var review = second.Add(new Feedback { Text = "Хороший термос", CreatedDate = _host.Time.GetUtcNow() });
        await _host.SyncAsync(secondChannel);
        var interaction = (await _host.FindAsync(review.Id))!;
        interaction.ChannelId.ShouldBe(secondChannel);
        await _host.InSellerAsync(scope => OpenItems.RemoveAsync(scope, secondChannel, review.Id, CancellationToken.None));

        (await FindForAsync(interaction)).ShouldBe(secondChannel);
        await _host.Get<ChannelService>().DisableAsync(_host.SellerId, secondChannel, CancellationToken.None);
        (await FindForAsync(interaction)).ShouldBe(_realChannel);
        (await FindForAsync(interaction with { ChannelId = null })).ShouldBe(_realChannel);
    }

    [Fact]
    public async Task A_sandboxed_interaction_without_its_channel_has_none()
    {
        var interaction = await CreateAsync();

        await Should.ThrowAsync<ChannelNotFoundException>(() => FindForAsync(interaction with { ChannelId = _realChannel }));
        await Should.ThrowAsync<ChannelNotFoundException>(() => FindForAsync(interaction with { ChannelId = null }));
        await Should.ThrowAsync<ChannelNotFoundException>(() => FindForAsync(interaction with { IsSandbox = false, Key = interaction.Key with { Channel = Channel.Chat } }));
    }

    [Fact]
    public async Task Its_replies_go_with_it()
    {
        var interaction = await CreateAsync();
        var reply = await ApproveAsync(_host.Get<ReplyStore>(), interaction);

        await _host.InSellerAsync(scope => _host.Get<ISandboxObserver>().OnRemovedAsync(scope, [interaction.Id.ToString(), "no interaction"], CancellationToken.None));

        (await _host.InSellerAsync(scope => _host.Get<ReplyStore>().FindAsync(scope, reply.Id, CancellationToken.None))).ShouldBeNull();
        (await _host.InSellerAsync(scope => _host.Get<InteractionStore>().FindAsync(scope, interaction.Id, CancellationToken.None))).ShouldBeNull();
    }

    private Task<Guid> FindForAsync(Interaction interaction) =>
        _host.InSellerAsync(scope => _host.Get<ChannelStore>().FindForAsync(scope, interaction, CancellationToken.None));

    private Task<Guid> ChannelAsync() => _host.InSellerAsync(scope =>
        _host.Get<ChannelStore>().EnsureSandboxAsync(scope, _host.Ids.Next(), Marketplaces.Wildberries, Channel.Review, _host.Time.GetUtcNow(), CancellationToken.None));

    private async Task<Interaction> CreateAsync()
    {
        var item = new InboundItem
        {
            Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, "sample"),
            ChannelId = await ChannelAsync(),
            OccurredAt = _host.Time.GetUtcNow(),
            ConnectedAt = _host.Time.GetUtcNow(),
            Rating = 5,
            Content = new InteractionContent { Text = "Хороший термос", Raw = "{}" },
        };
        return await _host.InSellerAsync(scope => _host.Get<SandboxInteractions>().CreateAsync(scope, item, CancellationToken.None));
    }

    private async Task<Reply> ApproveAsync(ReplyStore replies, Interaction interaction)
    {
        var proposal = new ReplyProposal(interaction.Id, Text, new ReplyApprover(ReplyApproverKind.Person, new Guid(7, 0, 0, new byte[8])));
        var reply = await _host.InSellerAsync(async scope =>
        {
            var passed = (ReplyGateResult.Passed)await _host.Get<OpenGate>().CheckAsync(scope, proposal, CancellationToken.None);
            return await replies.ApproveAsync(scope, passed.Reply, CancellationToken.None);
        });
        (await _host.InSellerAsync(scope => _host.Get<ReplyProgress>().BeginAsync(scope, reply, CancellationToken.None))).ShouldBeTrue();
        return reply;
    }

    /// <summary>A simulated marketplace of the test's own.</summary>
    private sealed class Market(SimulatorHost host) : ISandboxMarketplace, IAsyncDisposable
    {
        public SimulatorHost Host { get; } = host;

        public static async Task<Market> StartAsync(ManualTimeProvider time) =>
            new(await SimulatorHost.StartAsync(new SimulatorOptions { Name = "sandbox", Time = time }, CancellationToken.None));

        public Task<SandboxAccount> OpenAsync(SandboxItem item, CancellationToken cancellationToken)
        {
            var account = Host.Wildberries.AddSeller("sandbox");
            if (account.Find(item.Interaction.Key.ExternalId) is null)
            {
                account.Add(new Feedback { Id = item.Interaction.Key.ExternalId, Text = item.Content.Text, CreatedDate = item.Interaction.OccurredAt });
            }

            return Task.FromResult(new SandboxAccount(Host.BaseAddress, account.IssueToken()));
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
