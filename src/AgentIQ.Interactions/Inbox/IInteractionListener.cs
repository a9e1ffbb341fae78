using AgentIQ.Postgres;

namespace AgentIQ.Interactions;

/// <summary>
/// Told what the inbox received, inside the same transaction. Implemented by the layer that moves the
/// interaction's workflow.
/// </summary>
public interface IInteractionListener
{
    /// <summary>A new interaction or a new round; its content is stored.</summary>
    Task CreatedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken);

    /// <summary>The customer changed what an open interaction says.</summary>
    Task EditedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken);

    /// <summary>The marketplace shows <paramref name="answer"/> for an interaction.</summary>
    Task AnswerSeenAsync(TenantScope scope, Interaction interaction, InboundAnswer answer, CancellationToken cancellationToken);
}
