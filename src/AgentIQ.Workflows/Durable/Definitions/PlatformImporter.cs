using System.Security.Cryptography;
using System.Text;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Text;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>Brings the platform's definitions to what a release ships.</summary>
internal sealed partial class PlatformImporter(
    Database database, DefinitionCompiler compiler, WorkflowActivityStore activities, ActivityRegistry registry, TimeProvider time, ILogger<PlatformImporter> logger)
{
    /// <summary>"imports" in ASCII: processes that start together import one after the other.</summary>
    private const long ImportLock = 0x69_6D70_6F72_7473;

    private const string RetireSql = "UPDATE agentiq.workflow_platform_versions SET is_latest = false, is_published = false WHERE definition_id = @DefinitionId AND (is_latest OR is_published)";

    private const string UsedSql =
        "SELECT version_id, definition_id, version, name FROM agentiq.workflow_platform_versions WHERE definition_id = ANY(@Uses) AND is_latest";

    private const string AddSql =
        """
        INSERT INTO agentiq.workflow_platform_versions
            (version_id, definition_id, version, name, description, is_latest, is_published, activation, trigger_names, body, hash, created_at, created_by)
        VALUES (@VersionId, @DefinitionId, @Version, @Name, @Body::json ->> 'description', true, true, @Activation, @TriggerNames, @Body, @Hash, @Now, 'release')
        """;

    public async Task<ImportReport> ImportAsync(string folder, CancellationToken ct)
    {
        var (imported, unchanged, refused) = (new List<string>(), new List<string>(), new List<RefusedFile>());
        foreach (var file in await PlatformFiles.ReadAsync(folder, registry, ct))
        {
            var (body, uses) = await BindAsync(file, ct);
            var compiled = compiler.Compile(body, activities: uses);
            if (compiled.Workflow is null || compiled.HasErrors)
            {
                refused.Add(new RefusedFile(file.Path, compiled.Diagnostics));
                LogRefused(new InvalidDefinitionException(file.Path, compiled.Diagnostics).Message);
                continue;
            }

            (await ImportAsync(compiled.Workflow, body, ct) ? imported : unchanged).Add(compiled.Workflow.DefinitionId);
        }

        return new ImportReport(imported, unchanged, refused);
    }

    private async Task<(string Body, IWorkflowActivities Uses)> BindAsync(PlatformFile file, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        var used = await connection.QueryAsync<StoredVersion>(new CommandDefinition(UsedSql, new { file.Uses }, cancellationToken: ct));
        var body = ReleasePins.Bind(file.Body, used.ToDictionary(v => v.DefinitionId, StringComparer.Ordinal));
        return (body, await activities.ForAsync(connection, tenantId: null, body, ct));
    }

    /// <summary>True when the text is new.</summary>
    private async Task<bool> ImportAsync(CompiledWorkflow workflow, string body, CancellationToken ct)
    {
        await using var connection = await database.Engine.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_xact_lock(@ImportLock)", new { ImportLock }, cancellationToken: ct));
        var last = await LastAsync(connection, workflow.DefinitionId, ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        if (last?.Hash == hash)
        {
            return false;
        }

        var version = (last?.Version ?? 0) + 1;
        var row = new
        {
            VersionId = $"{workflow.DefinitionId}@{version}",
            workflow.DefinitionId,
            Version = version,
            workflow.Name,
            Activation = workflow.Activation.ToString(),
            TriggerNames = workflow.Triggers.Keys.ToArray(),
            Body = body,
            Hash = hash,
            Now = time.GetUtcNow(),
        };
        await connection.ExecuteAsync(new CommandDefinition(RetireSql, row, cancellationToken: ct));
        await connection.ExecuteAsync(new CommandDefinition(AddSql, row, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        LogImported(workflow.DefinitionId, version);
        return true;
    }

    private static Task<LastVersion?> LastAsync(NpgsqlConnection connection, string definitionId, CancellationToken ct) =>
        connection.QuerySingleOrDefaultAsync<LastVersion>(new CommandDefinition(
            "SELECT version, hash FROM agentiq.workflow_platform_versions WHERE definition_id = @definitionId AND is_latest", new { definitionId }, cancellationToken: ct));

    private sealed record LastVersion(int Version, string Hash);

    [LoggerMessage(LogLevel.Error, "{Message}\nThe last good version, if there is one, keeps running.")]
    private partial void LogRefused(string message);

    [LoggerMessage(LogLevel.Information, "Workflow definition {DefinitionId} has a new platform version {Version}.")]
    private partial void LogImported(string definitionId, int version);
}
