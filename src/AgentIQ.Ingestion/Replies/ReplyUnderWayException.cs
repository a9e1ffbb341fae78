namespace AgentIQ.Ingestion;

/// <summary>Another reply to the same interaction is being sent or moderated; two answers to one customer are never wanted.</summary>
public sealed class ReplyUnderWayException(Guid interactionId)
    : InvalidOperationException($"Interaction {interactionId} already has a reply on its way. Wait until it is published, rejected or failed.");
