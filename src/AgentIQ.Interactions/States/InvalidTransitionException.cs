namespace AgentIQ.Interactions;

/// <summary>Somebody asked for a transition that the table does not have.</summary>
public sealed class InvalidTransitionException(Guid interactionId, InteractionStatus status, Trigger trigger)
    : InvalidOperationException(
        $"Interaction {interactionId} is {EnumText<InteractionStatus>.Of(status)}: '{EnumText<Trigger>.Of(trigger)}' does not apply there.")
{
    /// <summary>The state that it was in.</summary>
    public InteractionStatus Status { get; } = status;

    /// <summary>What was asked for.</summary>
    public Trigger Trigger { get; } = trigger;
}
