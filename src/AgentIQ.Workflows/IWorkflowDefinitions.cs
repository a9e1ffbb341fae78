using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows;

/// <summary>
/// Changes the versions of workflow definitions (elsa-studio-contract 5.6). Each call writes in the caller's transaction and holds the
/// definition until that ends, so that two people who save or publish at once come one after the other.
/// </summary>
public interface IWorkflowDefinitions
{
    /// <summary>
    /// Brings the platform's definitions to what the folder's <c>*.json</c> files say: a changed file becomes a new platform version, an
    /// unchanged one nothing, a broken one is refused while its last good version keeps running. A tenant's own copy is never touched.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    Task<ImportReport> ImportPlatformAsync(string folder, CancellationToken ct);

    /// <summary>
    /// Saves a definition. A latest version that was never published or run is changed in place; else a new draft is made. The first save of
    /// a platform's definition makes the tenant's own copy. What is stored already is not stored again, so a repeated call changes nothing; a
    /// new definition without an id that its author saves again within <see cref="WorkflowOptions.RepeatedCreation"/> is the first one.
    /// </summary>
    /// <exception cref="InvalidDefinitionException">It is no definition at all; or it is to be published and has errors.</exception>
    /// <exception cref="DefinitionConflictException">Somebody else changed it after what it is based on.</exception>
    Task<SavedDefinition> SaveAsync(TenantScope scope, SaveDefinition definition, CancellationToken ct);

    /// <summary>Saves and publishes: see <see cref="SaveAsync"/>.</summary>
    /// <returns>The version's id.</returns>
    /// <exception cref="InvalidDefinitionException">It has errors.</exception>
    Task<string> PublishAsync(TenantScope scope, string json, string author, CancellationToken ct);

    /// <summary>Publishes the latest version: it alone is the latest and the published one, and its triggers start instances.</summary>
    /// <exception cref="DefinitionNotFoundException">There is no such definition.</exception>
    /// <exception cref="InvalidDefinitionException">It has errors.</exception>
    Task<SavedDefinition> PublishLatestAsync(TenantScope scope, string definitionId, string author, CancellationToken ct);

    /// <summary>
    /// Takes the published version back: nothing starts it any more, running instances go on. Where the platform has the definition too,
    /// the platform's is the published one again.
    /// </summary>
    /// <exception cref="DefinitionNotFoundException">There is no such definition.</exception>
    /// <exception cref="DefinitionRefusedException">No version of the tenant's own is published.</exception>
    Task<DefinitionVersion> RetractAsync(TenantScope scope, string definitionId, string author, CancellationToken ct);

    /// <summary>
    /// Makes a copy of an earlier version, the platform's included, as the latest and unpublished one. A draft that says the same already
    /// is that copy, so a repeated call changes nothing.
    /// </summary>
    /// <exception cref="DefinitionNotFoundException">There is no such version.</exception>
    Task<DefinitionVersion> RevertAsync(TenantScope scope, string definitionId, int version, string author, CancellationToken ct);

    /// <summary>
    /// Deletes a version of the tenant's own. One that was published or run stays as a tombstone, because its instances must remain
    /// readable, and running ones go on. When it was the latest, the next highest becomes the latest.
    /// </summary>
    /// <returns>False when the tenant has no such version.</returns>
    Task<bool> DeleteVersionAsync(TenantScope scope, string versionId, string author, CancellationToken ct);

    /// <summary>Deletes every version of the tenant's own, each as <see cref="DeleteVersionAsync"/> does. Where the platform has the definition too, that one counts again.</summary>
    /// <returns>False when the tenant has no version of its own.</returns>
    Task<bool> DeleteAsync(TenantScope scope, string definitionId, string author, CancellationToken ct);

    /// <summary>
    /// Freezes a version because an instance is going to run on it, a draft's Run button included; <see cref="StartWorkflow.VersionId"/> takes the result.
    /// </summary>
    /// <returns>The version's id.</returns>
    /// <exception cref="DefinitionNotFoundException">There is no such version.</exception>
    Task<string> FreezeAsync(TenantScope scope, string definitionId, VersionOptions version, CancellationToken ct);

    /// <summary>Checks a definition without storing it, where there is no tenant: workflows that it uses as activities are unknown. See <see cref="ValidateAsync(TenantScope, string, CancellationToken)"/>.</summary>
    IReadOnlyList<Diagnostic> Validate(string json);

    /// <summary>Checks a definition without storing it: the same findings that publishing has.</summary>
    Task<IReadOnlyList<Diagnostic>> ValidateAsync(TenantScope scope, string json, CancellationToken ct);

    /// <summary>Checks a stored version: the findings that publishing it would have.</summary>
    Task<IReadOnlyList<Diagnostic>> ValidateAsync(TenantScope scope, DefinitionVersion version, CancellationToken ct);
}
