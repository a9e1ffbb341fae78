namespace AgentIQ.Interactions;

/// <summary>Who does things, as it is written in events.</summary>
public static class Actors
{
    /// <summary>Our workflow or a policy.</summary>
    public const string System = "system";

    /// <summary>The marketplace.</summary>
    public const string Marketplace = "marketplace";

    /// <summary>The customer.</summary>
    public const string Customer = "customer";

    /// <summary>A person of the seller's team.</summary>
    public static string User(Guid userId) => $"user:{userId}";
}
