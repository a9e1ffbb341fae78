namespace AgentIQ.Server.Api.Policies.Backtests;

/// <summary>Asks what a text would have decided differently.</summary>
/// <param name="Document">The set as JSON text.</param>
/// <param name="From">Decisions from this moment on.</param>
/// <param name="To">Decisions before this moment.</param>
/// <param name="Samples">How many changed decisions are kept to be opened, 0 to 100; null for 20.</param>
public sealed record RunBacktestRequest(string Document, DateTimeOffset From, DateTimeOffset To, int? Samples = null);
