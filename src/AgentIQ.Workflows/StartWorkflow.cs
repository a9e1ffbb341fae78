namespace AgentIQ.Workflows;

/// <summary>A request to start an instance of a definition's published version.</summary>
/// <param name="DefinitionId">The stable id over all versions; the tenant's own published version wins over the platform's.</param>
/// <param name="CorrelationId">What the instance is about; for AgentIQ the interaction's id.</param>
/// <param name="Input">Workflow inputs by name; values are what JSON can say. Null: none.</param>
public sealed record StartWorkflow(string DefinitionId, string? CorrelationId = null, IReadOnlyDictionary<string, object?>? Input = null)
{
    /// <summary>
    /// When set, a second start with the same key in the same tenant starts nothing and returns the first one's id, also after it finished.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>When true, nothing starts while an instance of the same definition and correlation is running: its id is returned.</summary>
    public bool Singleton { get; init; }

    /// <summary>Not before this time. Null: at once.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
