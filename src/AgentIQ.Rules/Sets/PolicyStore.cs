using AgentIQ.Postgres;
using AgentIQ.Rules.Compilation;
using Dapper;

namespace AgentIQ.Rules.Sets;

/// <summary>The sellers' versions in PostgreSQL.</summary>
internal sealed class PolicyStore(IPolicies policies, IIdSource ids) : IPolicyStore
{
    /// <summary>The channel on which other processes hear that something was published.</summary>
    public const string Channel = "agentiq_policies";

    public async Task<int> SaveAsync(TenantScope scope, RuleSetDocument document, string author, string note, DateTimeOffset now, CancellationToken ct)
    {
        RuleSetCompiler.Compile(document, policies.Catalogue);

        // Two people who save at once get two numbers: the lock lasts until the end of the transaction.
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtextextended(@Key, 0))",
            new { Key = $"policy_versions {scope.TenantId} {document.Name}" },
            cancellationToken: ct));
        var version = await scope.Connection.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            INSERT INTO policy_versions (seller_id, id, set_name, version, hash, body, author, note, created_at)
            SELECT @Seller, @Id, @Set, coalesce(max(version), 0) + 1, @Hash, @Body, @Author, @Note, @Now
            FROM policy_versions
            WHERE seller_id = @Seller AND set_name = @Set
            RETURNING version
            """,
            new { Seller = scope.TenantId, Id = ids.Next(), Set = document.Name, document.Hash, Body = document.Json, Author = author, Note = note, Now = now },
            cancellationToken: ct));
        await PublishAsync(scope, new PolicyPublication(document.Name, version, PolicyState.Draft, now, null, author, note), now, ct);
        return version;
    }

    public async Task PublishAsync(TenantScope scope, PolicyPublication publication, DateTimeOffset now, CancellationToken ct)
    {
        var added = await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO policy_publications (seller_id, id, set_name, version, state, effective_from, effective_to, author, note, at)
            SELECT seller_id, @Id, set_name, version, @State, @EffectiveFrom, @EffectiveTo, @Author, @Note, @Now
            FROM policy_versions
            WHERE seller_id = @Seller AND set_name = @Set AND version = @Version
            """,
            new
            {
                Seller = scope.TenantId,
                Id = ids.Next(),
                publication.Set,
                publication.Version,
                State = publication.State.ToString().ToLowerInvariant(),
                publication.EffectiveFrom,
                publication.EffectiveTo,
                publication.Author,
                publication.Note,
                Now = now,
            },
            cancellationToken: ct));
        if (added == 0)
        {
            throw new KeyNotFoundException($"Expected one of the seller's versions of {publication.Set}, came {publication.Version}; save it first.");
        }

        await Notifications.NotifyAsync(scope.Connection, Channel, scope.TenantId.ToString(), ct);
    }

    public async Task<IReadOnlyList<PolicyVersion>> VersionsAsync(TenantScope scope, string set, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT v.set_name, v.version, v.hash, v.author, v.note, v.created_at, p.state, p.effective_from, p.effective_to
            FROM policy_versions v
            CROSS JOIN LATERAL (
                SELECT state, effective_from, effective_to
                FROM policy_publications
                WHERE seller_id = v.seller_id AND set_name = v.set_name AND version = v.version
                ORDER BY id DESC
                LIMIT 1
            ) p
            WHERE v.seller_id = @Seller AND v.set_name = @Set
            ORDER BY v.version DESC
            """,
            new { Seller = scope.TenantId, Set = set },
            cancellationToken: ct));
        return [.. rows.Select(row => row.ToVersion())];
    }

    public async Task<RuleSetDocument?> FindAsync(TenantScope scope, string set, int version, CancellationToken ct)
    {
        var body = await scope.Connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT body FROM policy_versions WHERE seller_id = @Seller AND set_name = @Set AND version = @Version",
            new { Seller = scope.TenantId, Set = set, Version = version },
            cancellationToken: ct));
        return body is null ? null : RuleSetDocument.Parse(body, $"{set}, version {version}");
    }

    private sealed record Row(
        string SetName, int Version, string Hash, string Author, string Note, DateTimeOffset CreatedAt, string State, DateTimeOffset EffectiveFrom, DateTimeOffset? EffectiveTo)
    {
        public PolicyVersion ToVersion() =>
            new(SetName, Version, Hash, Author, Note, CreatedAt, Enum.Parse<PolicyState>(State, ignoreCase: true), EffectiveFrom, EffectiveTo);
    }
}
