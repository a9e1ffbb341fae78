using AgentIQ.Postgres;
using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Compilation;
using Dapper;

namespace AgentIQ.Rules.Sets;

/// <summary>The sellers' versions in PostgreSQL.</summary>
internal sealed class PolicyStore(IPolicies policies, IEnumerable<IPublicationObserver> observers, IIdSource ids) : IPolicyStore
{
    /// <summary>The channel on which other processes hear that something was published.</summary>
    public const string Channel = "agentiq_policies";

    public async Task<int> SaveAsync(TenantScope scope, RuleSetDocument document, string author, string note, DateTimeOffset now, CancellationToken ct)
    {
        RuleSetCompiler.CompileWithoutExamples(document, policies.Catalogue);

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
        await AppendAsync(scope, new PolicyPublication(document.Name, version, PolicyState.Draft, now, null, author, note), now, ct);
        return version;
    }

    public async Task PublishAsync(TenantScope scope, PolicyPublication publication, DateTimeOffset now, CancellationToken ct)
    {
        if (publication.State is PolicyState.Active or PolicyState.Shadow
            && await FindAsync(scope, publication.Set, new RuleSetVersion(RuleSetOrigin.Seller, publication.Version), ct) is { } document)
        {
            Refuse(document);
        }

        await AppendAsync(scope, publication, now, ct);
        await Notifications.NotifyAsync(scope.Connection, Channel, scope.TenantId.ToString(), ct);
    }

    public async Task<int> RetireAllAsync(TenantScope scope, string set, string author, string note, DateTimeOffset now, CancellationToken ct)
    {
        var retired = 0;
        foreach (var version in (await VersionsAsync(scope, set, ct)).Where(version => version.State == PolicyState.Active))
        {
            await AppendAsync(scope, new PolicyPublication(set, version.Version, PolicyState.Retired, now, null, author, note), now, ct);
            retired++;
        }

        await Notifications.NotifyAsync(scope.Connection, Channel, scope.TenantId.ToString(), ct);
        return retired;
    }

    private async Task AppendAsync(TenantScope scope, PolicyPublication publication, DateTimeOffset now, CancellationToken ct)
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

        foreach (var observer in observers)
        {
            await observer.PublishedAsync(scope, publication, ct);
        }
    }

    /// <summary>A version that decides must be free of errors; only its author can say so before, and this is the last door.</summary>
    private void Refuse(RuleSetDocument document)
    {
        var check = AuthorCheck.Run(document.Json, document.FileName, policies.Catalogue, policies.Platform(document.Name).Source);
        if (!check.CanPublish)
        {
            throw new PolicyRefusedException([.. check.Findings.Where(finding => finding.Severity == FindingSeverity.Error)]);
        }
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

    public async Task<IReadOnlyList<PlatformVersion>> PlatformVersionsAsync(TenantScope scope, string set, CancellationToken ct)
    {
        var rows = await scope.Connection.QueryAsync<PlatformVersion>(new CommandDefinition(
            "SELECT set_name AS set, version, hash, created_at FROM platform_policy_versions WHERE set_name = @Set ORDER BY version DESC",
            new { Set = set },
            cancellationToken: ct));
        return [.. rows];
    }

    public async Task<RuleSetDocument?> FindAsync(TenantScope scope, string set, RuleSetVersion version, CancellationToken ct)
    {
        var sql = version.Origin switch
        {
            RuleSetOrigin.Platform => "SELECT body FROM platform_policy_versions WHERE set_name = @Set AND version = @Number",
            RuleSetOrigin.Seller => "SELECT body FROM policy_versions WHERE seller_id = @Seller AND set_name = @Set AND version = @Number",
            _ => null,
        };
        var body = sql is null
            ? null
            : await scope.Connection.ExecuteScalarAsync<string?>(new CommandDefinition(sql, new { Seller = scope.TenantId, Set = set, version.Number }, cancellationToken: ct));
        return body is null ? null : RuleSetDocument.Parse(body, $"{set}, {version}");
    }

    private sealed record Row(
        string SetName, int Version, string Hash, string Author, string Note, DateTimeOffset CreatedAt, string State, DateTimeOffset EffectiveFrom, DateTimeOffset? EffectiveTo)
    {
        public PolicyVersion ToVersion() =>
            new(SetName, Version, Hash, Author, Note, CreatedAt, Enum.Parse<PolicyState>(State, ignoreCase: true), EffectiveFrom, EffectiveTo);
    }
}
