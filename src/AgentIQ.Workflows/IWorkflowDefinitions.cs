using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows;

/// <summary>The versions of workflow definitions.</summary>
public interface IWorkflowDefinitions
{
    /// <summary>
    /// Brings the platform's definitions to what the folder's <c>*.json</c> files say: a changed file becomes a new platform version, an
    /// unchanged one nothing, a broken one is refused while its last good version keeps running. A tenant's own copy is never touched.
    /// </summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    Task<ImportReport> ImportPlatformAsync(string folder, CancellationToken ct);

    /// <summary>Stores the definition as the tenant's next version and publishes it; it wins over the platform's from then on.</summary>
    /// <returns>The version's id.</returns>
    /// <exception cref="InvalidDefinitionException">It has errors.</exception>
    Task<string> PublishAsync(TenantScope scope, string json, string author, CancellationToken ct);

    /// <summary>Checks a definition without storing it.</summary>
    IReadOnlyList<Diagnostic> Validate(string json);
}

/// <summary>What an import did.</summary>
/// <param name="Imported">Definition ids that got a new version.</param>
/// <param name="Unchanged">Definition ids whose text is the stored one.</param>
/// <param name="Refused">Files that were refused.</param>
public sealed record ImportReport(IReadOnlyList<string> Imported, IReadOnlyList<string> Unchanged, IReadOnlyList<RefusedFile> Refused);

/// <summary>A file that is no definition that could run.</summary>
/// <param name="File">Its path.</param>
/// <param name="Diagnostics">Where and why.</param>
public sealed record RefusedFile(string File, IReadOnlyList<Diagnostic> Diagnostics);
