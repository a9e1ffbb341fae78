using AgentIQ.Postgres;

namespace AgentIQ.Interactions;

/// <summary>The door through which every item of every channel enters.</summary>
public interface IInteractionInbox
{
    /// <summary>
    /// Stores <paramref name="item"/> once, however often it comes: creates the interaction, notices edits and
    /// answers, opens the next round of a closed one, and tells the <see cref="IInteractionListener"/>, all in the
    /// caller's transaction.
    /// </summary>
    /// <returns>What changed.</returns>
    Task<ReceiveResult> ReceiveAsync(TenantScope scope, InboundItem item, CancellationToken cancellationToken);
}
