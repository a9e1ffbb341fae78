namespace AgentIQ.Ingestion;

/// <summary>Who shares a limit: all calls of one seller that the marketplace counts together.</summary>
/// <param name="SellerId">The tenant.</param>
/// <param name="Name">The marketplace, its method group and the kind of token, as <c>wildberries/feedbacks/base</c>.</param>
/// <param name="Profile">The limit.</param>
public sealed record PaceBucket(Guid SellerId, string Name, PaceProfile Profile);
