using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>A request that the simulator has seen. It carries no token.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">The query with its question mark, or empty.</param>
/// <param name="Body">The body as text, or empty.</param>
public sealed record SimulatedRequest(long Number, DateTimeOffset At, string Method, string Path, string Query, string Body)
{
    /// <summary>The status that was answered; <see langword="null"/> while it is under way, and for good when the connection was reset.</summary>
    public int? Status { get; init; }

    /// <summary>The seller, once the token was accepted.</summary>
    public Guid? Seller { get; init; }

    /// <summary>The kind of token, once it was accepted.</summary>
    public WildberriesTokenKind? TokenKind { get; init; }
}
