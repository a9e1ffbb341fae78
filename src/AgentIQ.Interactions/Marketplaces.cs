namespace AgentIQ.Interactions;

/// <summary>Names of the marketplaces as they stand in keys and rows.</summary>
public static class Marketplaces
{
    /// <summary>Wildberries.</summary>
    public const string Wildberries = "wildberries";
}
