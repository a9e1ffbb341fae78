using AgentIQ.Interactions;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Sandbox;

/// <summary>Something that a customer might have written, for trial runs.</summary>
internal sealed record Sample
{
    /// <summary>How a request names it.</summary>
    public required string Id { get; init; }

    /// <summary>What a person chooses by.</summary>
    public required LocalText Title { get; init; }

    /// <summary>The form in which the customer speaks; only forms that a simulated marketplace takes answers for.</summary>
    public Channel Channel { get; init; } = Channel.Review;

    /// <summary>1..5 stars.</summary>
    public int? Rating { get; init; }

    /// <summary>The name that the customer shows.</summary>
    public required string CustomerName { get; init; }

    /// <summary>What was bought.</summary>
    public string? ProductName { get; init; }

    /// <summary>The main text.</summary>
    public required string Text { get; init; }

    /// <summary>What the customer liked.</summary>
    public string Pros { get; init; } = "";

    /// <summary>What the customer disliked.</summary>
    public string Cons { get; init; } = "";
}
