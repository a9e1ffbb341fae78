namespace AgentIQ.Rules.Sets;

/// <summary>A shipped document as the database keeps it.</summary>
internal sealed record StoredSet(string SetName, int Version, string Hash, string Body, string FileName);
