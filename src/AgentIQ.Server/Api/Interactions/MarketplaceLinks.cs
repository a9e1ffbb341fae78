using AgentIQ.Interactions;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>Addresses of the marketplaces' own pages.</summary>
internal static class MarketplaceLinks
{
    /// <summary>The product's page, or null where we do not know it.</summary>
    public static string? Product(Interaction interaction) =>
        interaction is { Key.Marketplace: Marketplaces.Wildberries, ProductId: { } id } && id.All(char.IsAsciiDigit)
            ? $"https://www.wildberries.ru/catalog/{id}/detail.aspx"
            : null;

    /// <summary>The seller's page of this kind of interaction, or null where we do not know it.</summary>
    public static string? Cabinet(Interaction interaction) => interaction.Key switch
    {
        { Marketplace: Marketplaces.Wildberries, Channel: Channel.Review } => "https://seller.wildberries.ru/feedbacks/feedbacks-tab/not-answered",
        _ => null,
    };
}
