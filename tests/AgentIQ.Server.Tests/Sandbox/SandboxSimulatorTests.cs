using System.Text.Json;
using AgentIQ.Ingestion;
using AgentIQ.Interactions;
using AgentIQ.Server.Sandbox;
using AgentIQ.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentIQ.Server.Tests.Sandbox;

/// <summary>The simulated marketplace of trial runs.</summary>
public sealed class SandboxSimulatorTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task It_listens_on_the_loopback_and_shows_the_item()
    {
        await using var simulator = Simulator();

        var account = await simulator.OpenAsync(Item(reply: null), TestContext.Current.CancellationToken);
        var again = await simulator.OpenAsync(Item(reply: null), TestContext.Current.CancellationToken);

        account.Address.IsLoopback.ShouldBeTrue();
        again.Address.ShouldBe(account.Address);
        var shown = await ReadAsync(account);
        shown.GetProperty("text").GetString().ShouldBe("Чайник сгорел");
        shown.GetProperty("answer").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task After_a_restart_it_shows_the_reply_that_it_had_taken()
    {
        await using var simulator = Simulator();

        var shown = await ReadAsync(await simulator.OpenAsync(Item("Здравствуйте! Мы вернём деньги."), TestContext.Current.CancellationToken));

        shown.GetProperty("answer").GetProperty("text").GetString().ShouldBe("Здравствуйте! Мы вернём деньги.");
    }

    [Fact]
    public async Task It_opens_for_no_real_interaction_and_not_for_what_it_cannot_simulate()
    {
        await using var simulator = Simulator();
        var item = Item(reply: null);

        await RefusedAsync(simulator, item with { Interaction = item.Interaction with { IsSandbox = false } });
        await RefusedAsync(simulator, item with { Interaction = item.Interaction with { Key = item.Interaction.Key with { Channel = Channel.Chat } } });
    }

    [Fact]
    public async Task Once_stopped_it_does_not_start_again()
    {
        var simulator = Simulator();
        await simulator.DisposeAsync();

        await RefusedAsync(simulator, Item(reply: null));
    }

    private static async Task RefusedAsync(SandboxSimulator simulator, SandboxItem item)
    {
        var refused = await Should.ThrowAsync<ConnectorException>(() => simulator.OpenAsync(item, TestContext.Current.CancellationToken));
        (refused.Fault, refused.Reason.Code).ShouldBe((ConnectorFault.Refused, ReasonCodes.SandboxUnavailable));
    }

    private static async Task<JsonElement> ReadAsync(SandboxAccount account)
    {
        using var client = new HttpClient { BaseAddress = account.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", account.Token);
        using var document = JsonDocument.Parse(await client.GetStringAsync("/api/v1/feedback?id=sandbox-1", TestContext.Current.CancellationToken));
        return document.RootElement.GetProperty("data").Clone();
    }

    private SandboxSimulator Simulator() => new(_time, NullLoggerFactory.Instance);

    private SandboxItem Item(string? reply)
    {
        var interaction = new Interaction
        {
            SellerId = Guid.CreateVersion7(),
            Id = Guid.CreateVersion7(),
            IsSandbox = true,
            Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, "sandbox-1"),
            Subject = "Чайник",
            Preview = "Чайник сгорел",
            Rating = 1,
            OccurredAt = _time.GetUtcNow(),
            ReceivedAt = _time.GetUtcNow(),
            ClockStart = _time.GetUtcNow(),
            UpdatedAt = _time.GetUtcNow(),
        };
        return new SandboxItem(interaction, new InteractionContent { Text = "Чайник сгорел", Raw = "{}" }, reply is null ? null : new Reply
        {
            Id = Guid.CreateVersion7(),
            InteractionId = interaction.Id,
            ChannelId = Guid.CreateVersion7(),
            ExternalId = "sandbox-1",
            Text = reply,
            TextHash = "",
            Approver = new ReplyApprover(ReplyApproverKind.Person, Guid.CreateVersion7()),
            DecisionId = Guid.CreateVersion7(),
            Status = ReplyStatus.Sent,
            ApprovedAt = _time.GetUtcNow(),
            SentAt = _time.GetUtcNow(),
        });
    }
}
