using AgentIQ.Interactions;

namespace AgentIQ.Ingestion;

/// <summary>What happened to the records of a run. Each record counts once, however often it was listed.</summary>
/// <param name="Fetched">Records that came.</param>
/// <param name="Created">New interactions and new rounds.</param>
/// <param name="Updated">Edits by customers, and answers.</param>
/// <param name="Unchanged">Known already.</param>
/// <param name="Quarantined">Not understood or not storable.</param>
public sealed record SyncCounts(int Fetched, int Created, int Updated, int Unchanged, int Quarantined)
{
    /// <summary>Nothing yet.</summary>
    public static SyncCounts None { get; } = new(0, 0, 0, 0, 0);

    internal SyncCounts With(ReceiveResult? result) => result switch
    {
        null => this with { Fetched = Fetched + 1, Quarantined = Quarantined + 1 },
        ReceiveResult.Created => this with { Fetched = Fetched + 1, Created = Created + 1 },
        ReceiveResult.Unchanged => this with { Fetched = Fetched + 1, Unchanged = Unchanged + 1 },
        _ => this with { Fetched = Fetched + 1, Updated = Updated + 1 },
    };
}
