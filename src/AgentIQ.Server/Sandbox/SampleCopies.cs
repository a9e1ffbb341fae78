using AgentIQ.Intelligence.Intents;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Sandbox;

/// <summary>Samples made of the seller's own latest interactions, without what says who wrote them.</summary>
internal sealed class SampleCopies(SandboxInteractions interactions, InteractionStore store, InteractionContents contents)
{
    private const string Prefix = "copy-";

    private const int Offered = 5;

    /// <summary>A name of no particular customer.</summary>
    private const string Somebody = "Покупатель";

    public async Task<IReadOnlyList<Sample>> ListAsync(TenantScope scope, CancellationToken ct)
    {
        var copies = new List<Sample>();
        foreach (var interaction in await interactions.LatestRealAsync(scope, Marketplaces.Wildberries, Channel.Review, Offered, ct))
        {
            copies.Add(await CopyAsync(scope, interaction, ct));
        }

        return copies;
    }

    /// <summary>The copy of that id; null when it is none, or the seller has no such interaction.</summary>
    public async Task<Sample?> FindAsync(TenantScope scope, string id, CancellationToken ct) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(id.AsSpan(Prefix.Length), "N", out var original)
        && await store.FindAsync(scope, original, ct) is { Key: { Marketplace: Marketplaces.Wildberries, Channel: Channel.Review } } interaction
            ? await CopyAsync(scope, interaction, ct)
            : null;

    private async Task<Sample> CopyAsync(TenantScope scope, Interaction interaction, CancellationToken ct)
    {
        var content = await contents.GetAsync(scope, interaction.Id, ct);
        return new Sample
        {
            Id = $"{Prefix}{interaction.Id:N}",
            Title = new LocalText($"Как ваше обращение: {interaction.Subject}", $"Like one of yours: {interaction.Subject}"),
            Channel = interaction.Key.Channel,
            Rating = interaction.Rating,
            CustomerName = Somebody,
            ProductName = interaction.ProductName,
            Text = Anonymous(content.Text, interaction.CustomerName),
            Pros = Anonymous(content.Pros, interaction.CustomerName),
            Cons = Anonymous(content.Cons, interaction.CustomerName),
        };
    }

    private static string Anonymous(string text, string? name) => PersonalData.Hide(text, name);
}
