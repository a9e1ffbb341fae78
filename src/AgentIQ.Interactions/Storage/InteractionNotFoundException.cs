namespace AgentIQ.Interactions;

/// <summary>This seller has no interaction with that id: it does not exist, or it is another seller's.</summary>
public sealed class InteractionNotFoundException(Guid id) : KeyNotFoundException($"There is no interaction {id} for this seller.")
{
    /// <summary>The id that was asked for.</summary>
    public Guid InteractionId { get; } = id;
}
