namespace AgentIQ.Interactions;

/// <summary>How a workflow instance knows its interaction: the correlation id of the instance is the interaction's id.</summary>
public static class InteractionCorrelation
{
    /// <summary>The correlation id of an interaction.</summary>
    public static string Of(Guid interactionId) => interactionId.ToString("D");

    /// <summary>The interaction of a correlation id.</summary>
    /// <exception cref="InvalidOperationException">The workflow was not started for an interaction.</exception>
    public static Guid IdOf(string? correlationId) =>
        Guid.TryParse(correlationId, out var id)
            ? id
            : throw new InvalidOperationException(
                $"This activity works on an interaction: expected its id as the correlation id, came '{correlationId}'. Start the workflow from an interaction.");
}
