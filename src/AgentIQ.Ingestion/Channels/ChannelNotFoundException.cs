namespace AgentIQ.Ingestion;

/// <summary>This seller has no such channel.</summary>
public sealed class ChannelNotFoundException(string what) : Exception($"No channel {what}. Connect it first, or check the id.");
