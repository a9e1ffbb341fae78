namespace AgentIQ.Rules.Sets;

/// <summary>One of the platform's versions of a set; a release added it.</summary>
/// <param name="Set">The set's name.</param>
/// <param name="Version">Its number, from 1 for each set.</param>
/// <param name="Hash">SHA-256 of its text.</param>
/// <param name="CreatedAt">When this installation first saw it.</param>
public sealed record PlatformVersion(string Set, int Version, string Hash, DateTimeOffset CreatedAt);
