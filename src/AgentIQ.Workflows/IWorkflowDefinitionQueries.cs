using AgentIQ.Postgres;

namespace AgentIQ.Workflows;

/// <summary>What pages ask about definitions. Every call sees the tenant's own versions and the platform's.</summary>
public interface IWorkflowDefinitionQueries
{
    /// <summary>A page of versions.</summary>
    Task<DefinitionPage> ListAsync(TenantScope scope, DefinitionFilter filter, CancellationToken ct);

    /// <summary>A page of versions with their texts.</summary>
    Task<IReadOnlyList<DefinitionVersion>> ReadAsync(TenantScope scope, DefinitionFilter filter, CancellationToken ct);

    /// <summary>
    /// The other definitions whose latest or published version uses this one as an activity, or begins an instance of it by its id.
    /// What a script names is not seen.
    /// </summary>
    /// <returns>Definition ids, in order.</returns>
    Task<IReadOnlyList<string>> ConsumersAsync(TenantScope scope, string definitionId, CancellationToken ct);

    /// <summary>The version that the options select; null when there is none. Deleted ones do not count.</summary>
    Task<DefinitionVersion?> FindAsync(TenantScope scope, string definitionId, VersionOptions version, CancellationToken ct);

    /// <summary>Exactly that version, a deleted one included; null when there is none.</summary>
    Task<DefinitionVersion?> FindByIdAsync(TenantScope scope, string versionId, CancellationToken ct);

    /// <summary>Whether no other definition's latest version has the name. Case counts as in Elsa.</summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="name">The name.</param>
    /// <param name="definitionId">The definition that may have it; null: none.</param>
    /// <param name="ct">Cancels the query.</param>
    Task<bool> IsNameUniqueAsync(TenantScope scope, string name, string? definitionId, CancellationToken ct);

    /// <summary>
    /// The JSON that the designer gets: the saved text with the server's envelope, node ids, and a placeholder for each activity of an unknown type.
    /// </summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="version">The version.</param>
    /// <param name="links">JSON array of the permissions that the page gets (elsa-studio-contract 0, rule 2); null: none.</param>
    /// <param name="ct">Cancels reading the workflows that it uses as activities.</param>
    Task<string> ForDesignerAsync(TenantScope scope, DefinitionVersion version, string? links, CancellationToken ct);

    /// <summary>
    /// An activity of the graph, also one inside a workflow that is used as an activity. Null when the version has none of that node id.
    /// </summary>
    /// <param name="scope">The tenant.</param>
    /// <param name="version">The version.</param>
    /// <param name="nodeId">The activity's node id; null: the root activity.</param>
    /// <param name="ct">Cancels reading the workflows that it uses as activities.</param>
    Task<WorkflowGraphNode?> FindNodeAsync(TenantScope scope, DefinitionVersion version, string? nodeId, CancellationToken ct);

    /// <summary>The file that an export hands out: the saved text with the server's envelope and the schema. Nothing else is changed or lost.</summary>
    string ForExport(DefinitionVersion version);
}
