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

    /// <summary>
    /// Exactly this version of the definition, which <see cref="IWorkflowDefinitions.FreezeAsync"/> gave: so a draft is tried. Null: the published one.
    /// </summary>
    public string? VersionId { get; init; }

    /// <summary>
    /// The new instance's id, made by the caller, so that a repeated request cannot start two. Null: one is made. Unlike with an
    /// <see cref="IdempotencyKey"/>, an id that is taken is the caller's own earlier request.
    /// </summary>
    public Guid? InstanceId { get; init; }

    /// <summary>
    /// When true, the instance is a trial run: no effect reaches the outside unless its activity knows a safe way
    /// (<see cref="Activities.EffectActivity"/>), what it sends reaches trial runs only, and so do all the workflows that it starts. Default false.
    /// </summary>
    public bool Sandbox { get; init; }

    /// <summary>The instance whose activity asks for this one; null: none.</summary>
    public Guid? ParentInstanceId { get; init; }

    /// <summary>Name of the stimulus that tells the parent of the end; null: it does not wait.</summary>
    internal string? ParentStimulus { get; init; }

    /// <summary>How many instances above it wait for it.</summary>
    internal int Depth { get; init; }

    /// <summary>Not before this time. Null: at once.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
