using AgentIQ.Interactions;
using AgentIQ.Postgres;
using Dapper;
using Npgsql;

namespace AgentIQ.Ingestion;

/// <summary>The rows of the connected channels. Secrets leave it only inside a <see cref="ChannelConnection"/>.</summary>
public sealed class ChannelStore(ConnectorRegistry registry, SecretBox secrets, IEnumerable<IChannelListener> listeners)
{
    /// <summary>All channels of the seller, oldest first.</summary>
    public async Task<IReadOnlyList<ChannelStatus>> ListAsync(TenantScope scope, CancellationToken cancellationToken)
    {
        var rows = await scope.Connection.QueryAsync<StatusRow>(new CommandDefinition(
            """
            SELECT c.id, c.marketplace, c.channel, c.name, c.state, c.reason, c.connected_at, c.last_sync_at, c.token_kind, c.token_expires_at,
                   CASE WHEN NOT s.is_stopped THEN s.next_run_at END AS next_sync_at,
                   (SELECT count(*) FROM quarantine q
                    WHERE q.seller_id = c.seller_id AND q.channel_id = c.id AND q.resolved_at IS NULL)::integer AS quarantined
            FROM channels c
            JOIN sync_schedule s ON s.seller_id = c.seller_id AND s.channel_id = c.id
            WHERE c.seller_id = @sellerId AND NOT c.is_sandbox
            ORDER BY c.id
            """,
            new { sellerId = scope.TenantId },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToStatus())];
    }

    /// <summary>One channel with its secret and its connector; not one of trial runs.</summary>
    /// <exception cref="ChannelNotFoundException">This seller has none with that id.</exception>
    /// <exception cref="SecretException">The secret cannot be decrypted.</exception>
    public async Task<ConnectedChannel> GetAsync(TenantScope scope, Guid channelId, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<ConnectionRow>(new CommandDefinition(
            "SELECT marketplace, channel, secret, state, connected_at, last_sync_at FROM channels WHERE seller_id = @sellerId AND id = @channelId AND NOT is_sandbox",
            new { sellerId = scope.TenantId, channelId },
            cancellationToken: cancellationToken)) ?? throw new ChannelNotFoundException(channelId.ToString());
        return new ConnectedChannel(
            registry.Get(row.Marketplace, EnumText<Channel>.Parse(row.Channel)),
            new ChannelConnection(scope.TenantId, channelId, secrets.Decrypt(scope.TenantId, row.Secret), row.ConnectedAt),
            EnumText<ChannelState>.Parse(row.State),
            row.LastSyncAt);
    }

    /// <summary>
    /// Which channel answers an interaction: the one that it came through, while it is active. Where that is not known or was switched off,
    /// the one that lists it as unanswered, else the seller's oldest active channel of its marketplace and form. For one of a trial run
    /// there is only its own.
    /// </summary>
    /// <exception cref="ChannelNotFoundException">The seller has no active channel for it.</exception>
    public async Task<Guid> FindForAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken) =>
        await scope.Connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            """
            SELECT c.id FROM channels c
            LEFT JOIN open_items o ON o.seller_id = c.seller_id AND o.channel_id = c.id AND o.external_id = @externalId
            WHERE c.seller_id = @sellerId AND c.marketplace = @marketplace AND c.channel = @channel AND c.state <> 'disabled'
              AND c.is_sandbox = @IsSandbox AND (NOT c.is_sandbox OR c.id = @ChannelId)
            ORDER BY c.id IS DISTINCT FROM @ChannelId, o.external_id IS NULL, c.id
            LIMIT 1
            """,
            new
            {
                sellerId = scope.TenantId,
                marketplace = interaction.Key.Marketplace,
                channel = EnumText<Channel>.Of(interaction.Key.Channel),
                externalId = interaction.Key.ExternalId,
                interaction.ChannelId,
                interaction.IsSandbox,
            },
            cancellationToken: cancellationToken))
        ?? throw new ChannelNotFoundException($"for {interaction.Key.Marketplace}/{EnumText<Channel>.Of(interaction.Key.Channel)} that is switched on");

    /// <summary>The connection of the seller's trial runs for a marketplace and form; made where there is none yet.</summary>
    public Task<Guid> EnsureSandboxAsync(TenantScope scope, Guid newId, string marketplace, Channel channel, DateTimeOffset now, CancellationToken cancellationToken) =>
        scope.Connection.QuerySingleAsync<Guid>(new CommandDefinition(
            """
            INSERT INTO channels (seller_id, id, marketplace, channel, name, secret, token_kind, state, connected_at, is_sandbox)
            VALUES (@sellerId, @newId, @marketplace, @channel, 'Sandbox', @secret, 'sandbox', 'ok', @now, true)
            ON CONFLICT (seller_id, marketplace, channel) WHERE is_sandbox DO UPDATE SET state = 'ok'
            RETURNING id
            """,
            new
            {
                sellerId = scope.TenantId,
                newId,
                marketplace,
                channel = EnumText<Channel>.Of(channel),
                // The simulated marketplace gives a token when it is opened.
                secret = secrets.Encrypt(scope.TenantId, ""),
                now,
            },
            cancellationToken: cancellationToken));

    /// <summary>The connection of trial runs of that id; it leads nowhere until it is told where its marketplace is simulated.</summary>
    /// <exception cref="ChannelNotFoundException">This seller has none with that id.</exception>
    internal async Task<ConnectedChannel> GetSandboxAsync(TenantScope scope, Guid channelId, CancellationToken cancellationToken)
    {
        var row = await scope.Connection.QuerySingleOrDefaultAsync<SandboxRow>(new CommandDefinition(
            "SELECT marketplace, channel, connected_at FROM channels WHERE seller_id = @sellerId AND id = @channelId AND is_sandbox",
            new { sellerId = scope.TenantId, channelId },
            cancellationToken: cancellationToken)) ?? throw new ChannelNotFoundException($"{channelId} of trial runs");
        return new ConnectedChannel(
            registry.Get(row.Marketplace, EnumText<Channel>.Parse(row.Channel)),
            new ChannelConnection(scope.TenantId, channelId, "", row.ConnectedAt) { IsSandbox = true },
            ChannelState.Ok,
            LastSyncAt: null);
    }

    internal async Task InsertAsync(
        TenantScope scope, Guid id, NewChannel channel, SecretDescription description, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await GuardCabinetAsync(() => scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO channels (seller_id, id, marketplace, channel, name, cabinet_id, secret, token_kind, token_expires_at, state, reason, connected_at)
            VALUES (@sellerId, @id, @marketplace, @channel, @name, @cabinetId, @secret, @kind, @expiresAt, 'syncing', @reason, @now);
            INSERT INTO sync_schedule (seller_id, channel_id, next_run_at) VALUES (@sellerId, @id, @now);
            """,
            new
            {
                sellerId = scope.TenantId,
                id,
                marketplace = channel.Marketplace,
                channel = EnumText<Channel>.Of(channel.Channel),
                name = channel.Name,
                cabinetId = description.CabinetId,
                secret = secrets.Encrypt(scope.TenantId, channel.Secret),
                kind = description.Kind,
                expiresAt = description.ExpiresAt,
                reason = description.Warning?.ToJson(),
                now,
            },
            cancellationToken: cancellationToken)));
        await TellAsync(scope, id, cancellationToken);
    }

    /// <summary>A new secret wakes a channel that had stopped asking.</summary>
    internal async Task ReplaceSecretAsync(
        TenantScope scope, Guid id, string secret, SecretDescription description, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await GuardCabinetAsync(() => scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE channels
            SET secret = @secret, cabinet_id = @cabinetId, token_kind = @kind, token_expires_at = @expiresAt, state = 'syncing', reason = @reason
            WHERE seller_id = @sellerId AND id = @id;
            UPDATE sync_schedule SET is_stopped = false, failures = 0, next_run_at = @now WHERE seller_id = @sellerId AND channel_id = @id;
            """,
            new
            {
                sellerId = scope.TenantId,
                id,
                secret = secrets.Encrypt(scope.TenantId, secret),
                cabinetId = description.CabinetId,
                kind = description.Kind,
                expiresAt = description.ExpiresAt,
                reason = description.Warning?.ToJson(),
                now,
            },
            cancellationToken: cancellationToken)));
        await TellAsync(scope, id, cancellationToken);
    }

    internal async Task DisableAsync(TenantScope scope, Guid id, CancellationToken cancellationToken)
    {
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE channels SET state = 'disabled', reason = NULL WHERE seller_id = @sellerId AND id = @id AND NOT is_sandbox;
            UPDATE sync_schedule SET is_stopped = true WHERE seller_id = @sellerId AND channel_id = @id;
            """,
            new { sellerId = scope.TenantId, id },
            cancellationToken: cancellationToken));
        await TellAsync(scope, id, cancellationToken);
    }

    /// <summary>Writes how a sync left the channel. A person's switch-off in the meantime stays.</summary>
    internal async Task SaveStateAsync(
        TenantScope scope, Guid id, ChannelState state, Reason? reason, DateTimeOffset? lastSyncAt, CancellationToken cancellationToken)
    {
        // Most syncs change nothing but the time, and nobody needs to look up for that.
        var changed = await scope.Connection.QuerySingleOrDefaultAsync<bool?>(new CommandDefinition(
            """
            UPDATE channels c
            SET state = @state, reason = @reason, last_sync_at = coalesce(@lastSyncAt, c.last_sync_at)
            FROM (SELECT id, state, reason FROM channels WHERE seller_id = @sellerId AND id = @id FOR UPDATE) old
            WHERE c.seller_id = @sellerId AND c.id = old.id AND old.state <> 'disabled'
            RETURNING old.state <> @state OR old.reason IS DISTINCT FROM @reason
            """,
            new { sellerId = scope.TenantId, id, state = EnumText<ChannelState>.Of(state), reason = reason?.ToJson(), lastSyncAt },
            cancellationToken: cancellationToken));
        if (changed == true)
        {
            await TellAsync(scope, id, cancellationToken);
        }
    }

    private async Task TellAsync(TenantScope scope, Guid id, CancellationToken cancellationToken)
    {
        foreach (var listener in listeners)
        {
            await listener.ChangedAsync(scope, id, cancellationToken);
        }
    }

    private static async Task GuardCabinetAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (PostgresException e) when (e.ConstraintName == "channels_cabinet")
        {
            throw new CabinetTakenException(e);
        }
    }

    private sealed record ConnectionRow(
        string Marketplace, string Channel, string Secret, string State, DateTimeOffset ConnectedAt, DateTimeOffset? LastSyncAt);

    private sealed record SandboxRow(string Marketplace, string Channel, DateTimeOffset ConnectedAt);

    private sealed record StatusRow(
        Guid Id, string Marketplace, string Channel, string Name, string State, string? Reason, DateTimeOffset ConnectedAt, DateTimeOffset? LastSyncAt,
        string TokenKind, DateTimeOffset? TokenExpiresAt, DateTimeOffset? NextSyncAt, int Quarantined)
    {
        public ChannelStatus ToStatus() => new()
        {
            Id = Id,
            Marketplace = Marketplace,
            Channel = EnumText<Interactions.Channel>.Parse(Channel),
            Name = Name,
            State = EnumText<ChannelState>.Parse(State),
            Reason = Ingestion.Reason.FromJson(Reason),
            ConnectedAt = ConnectedAt,
            LastSyncAt = LastSyncAt,
            NextSyncAt = NextSyncAt,
            TokenKind = TokenKind,
            TokenExpiresAt = TokenExpiresAt,
            Quarantined = Quarantined,
        };
    }
}
