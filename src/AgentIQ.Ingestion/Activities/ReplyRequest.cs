using AgentIQ.Workflows.Activities;

namespace AgentIQ.Ingestion.Activities;

/// <summary>What the effects of replies ask for; the ledger of replies has everything else.</summary>
/// <param name="ReplyId">The reply.</param>
internal sealed record ReplyRequest(Guid ReplyId);

/// <summary>What the activities of replies read from their workflow.</summary>
internal static class ReplyContext
{
    /// <summary>The interaction that the instance is about: its correlation.</summary>
    /// <exception cref="InvalidOperationException">The instance has no correlation, or it is no interaction's id.</exception>
    public static Guid InteractionId(this StepContext context) => Guid.TryParseExact(context.CorrelationId, "D", out var id)
        ? id
        : throw new InvalidOperationException(
            $"Expected the workflow's correlation to be an interaction's id, but it is '{context.CorrelationId}'. Start it with the interaction's id as correlation.");
}
