using AgentIQ.Interactions;

namespace AgentIQ.Ingestion.Wildberries;

/// <summary>A feedback as Wildberries describes it, with its texts apart and its words turned into types.</summary>
internal sealed record WildberriesFeedback
{
    /// <summary>The feedback's id.</summary>
    public required string Id { get; init; }

    /// <summary>When the customer wrote it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>1..5 stars.</summary>
    public required int Rating { get; init; }

    public string Text { get; init; } = "";

    public string Pros { get; init; } = "";

    public string Cons { get; init; } = "";

    /// <summary>The seller's answer; null when there is none or it is empty.</summary>
    public InboundAnswer? Answer { get; init; }

    /// <summary>Wildberries counts it as dealt with, which it can be without an answer.</summary>
    public bool IsProcessed { get; init; }

    public string? CustomerName { get; init; }

    public string? ProductId { get; init; }

    public string? ProductArticle { get; init; }

    public string? ProductName { get; init; }

    /// <summary>Whether the size fits.</summary>
    public SizeMatch SizeMatch { get; init; }

    /// <summary>The first feedback of an addition, and the additions of a first one.</summary>
    public IReadOnlyList<string> RelatedIds { get; init; } = [];
}

/// <summary>What a customer says about the size.</summary>
internal enum SizeMatch
{
    Unknown,
    Fits,
    Smaller,
    Bigger,
}
