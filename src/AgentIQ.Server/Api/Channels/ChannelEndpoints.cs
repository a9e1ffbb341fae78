using AgentIQ.Ingestion;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Language = AgentIQ.Ingestion.Language;

namespace AgentIQ.Server.Api.Channels;

/// <summary>The seller's channels.</summary>
internal static class ChannelEndpoints
{
    public static IEndpointRouteBuilder MapChannels(this IEndpointRouteBuilder api)
    {
        api.MapGet("/channels", ListAsync).WithTags("Channels")
            .WithName("listChannels").WithSummary("The channels and how they are doing");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<ChannelView>>> ListAsync(
        HttpContext context, CurrentUser user, ChannelService channels, CancellationToken ct)
    {
        var language = context.Request.Language() == Problems.Language.Ru ? Language.Russian : Language.English;
        var all = await channels.ListAsync(user.SellerId, ct);
        return TypedResults.Ok<IReadOnlyList<ChannelView>>([.. all.Select(status => Of(status, language))]);
    }

    private static ChannelView Of(ChannelStatus status, Language language) => new(
        status.Id,
        status.Marketplace,
        status.Channel,
        status.Name,
        status.State,
        status.Reason?.Text(language),
        status.LastSyncAt,
        status.NextSyncAt,
        status.TokenKind,
        status.TokenExpiresAt,
        status.Quarantined);
}
