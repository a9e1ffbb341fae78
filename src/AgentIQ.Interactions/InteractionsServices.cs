using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Interactions;

/// <summary>Registers the key asset.</summary>
public static class InteractionsServices
{
    /// <summary>
    /// Adds the inbox, the stores and the event stream. The host also registers <see cref="TimeProvider"/>,
    /// <see cref="Postgres.IIdSource"/> and an <see cref="IInteractionListener"/>.
    /// </summary>
    public static IServiceCollection AddInteractions(this IServiceCollection services) => services
        .AddSingleton<InteractionStore>()
        .AddSingleton<InteractionContents>()
        .AddSingleton<InteractionEvents>()
        .AddSingleton<InteractionQueries>()
        .AddSingleton<AnswerTimes>()
        .AddSingleton<SellerStore>()
        .AddSingleton<SellerDirectory>()
        .AddSingleton<SandboxInteractions>()
        .AddSingleton<IInteractionInbox, InteractionInbox>();
}
