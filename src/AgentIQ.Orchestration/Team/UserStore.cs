using AgentIQ.Interactions;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Orchestration.Team;

/// <summary>The people of every seller's team. All but the look-up at sign-in runs inside the tenant.</summary>
public sealed class UserStore(Database database, SellerStore sellers, IIdSource ids, TimeProvider time)
{
    private const string MemberColumns = "id, name, email, role";

    /// <summary>Finds whose account an address is. The only question that is asked without a tenant; PostgreSQL answers it through one SECURITY DEFINER function.</summary>
    /// <param name="email">The address as typed; case does not matter.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The account, or null when nobody has that address or the person is disabled.</returns>
    public async Task<SignInAccount?> FindForSignInAsync(string email, CancellationToken ct)
    {
        await using var connection = await database.App.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<SignInAccount>(new CommandDefinition(
            "SELECT seller_id, user_id, password_hash FROM agentiq.find_sign_in(@email)",
            new { email }, cancellationToken: ct));
    }

    /// <summary>Reads a person who may use the desk now.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="userId">The person.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The person, or null when there is no such person in this seller's team or the person is disabled.</returns>
    public async Task<SignedInMember?> FindActiveAsync(TenantScope scope, Guid userId, CancellationToken ct)
    {
        const string Sql = """
            SELECT id, name, email, role, stamp
            FROM agentiq.users
            WHERE seller_id = @tenant AND id = @userId AND disabled_at IS NULL
            """;
        var row = await scope.Connection.QuerySingleOrDefaultAsync<ActiveRow>(
            new CommandDefinition(Sql, new { tenant = scope.TenantId, userId }, cancellationToken: ct));
        return row is not null && await sellers.FindAsync(scope, ct) is { } seller
            ? new SignedInMember(new TeamMember(row.Id, row.Name, row.Email, EnumText<TeamRole>.Parse(row.Role)), seller.Name, row.Stamp)
            : null;
    }

    /// <summary>Lists the seller's team by name.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>Everybody who is not disabled.</returns>
    public async Task<IReadOnlyList<TeamMember>> ListAsync(TenantScope scope, CancellationToken ct)
    {
        const string Sql = $"""
            SELECT {MemberColumns} FROM agentiq.users
            WHERE seller_id = @tenant AND disabled_at IS NULL
            ORDER BY name, id
            """;
        var rows = await scope.Connection.QueryAsync<MemberRow>(
            new CommandDefinition(Sql, new { tenant = scope.TenantId }, cancellationToken: ct));
        return [.. rows.Select(row => new TeamMember(row.Id, row.Name, row.Email, EnumText<TeamRole>.Parse(row.Role)))];
    }

    /// <summary>Adds a person to the seller's team.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="member">The person.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The person's id.</returns>
    /// <exception cref="Npgsql.PostgresException">The address is taken (23505).</exception>
    public async Task<Guid> AddAsync(TenantScope scope, NewTeamMember member, CancellationToken ct)
    {
        const string Sql = """
            INSERT INTO agentiq.users (seller_id, id, email, name, role, password_hash, stamp, created_at)
            VALUES (@tenant, @id, @Email, @Name, @role, @PasswordHash, @stamp, @now)
            """;
        var id = ids.Next();
        await scope.Connection.ExecuteAsync(new CommandDefinition(
            Sql,
            new
            {
                tenant = scope.TenantId, id, member.Email, member.Name, role = EnumText<TeamRole>.Of(member.Role), member.PasswordHash,
                stamp = ids.Next(), now = time.GetUtcNow(),
            },
            cancellationToken: ct));
        return id;
    }

    /// <summary>Replaces a person's password hash with a stronger hash of the same password; sessions go on.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="userId">The person.</param>
    /// <param name="passwordHash">The new hash.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>When written.</returns>
    public async Task RehashAsync(TenantScope scope, Guid userId, string passwordHash, CancellationToken ct)
        => await scope.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE agentiq.users SET password_hash = @passwordHash WHERE seller_id = @tenant AND id = @userId",
            new { passwordHash, tenant = scope.TenantId, userId }, cancellationToken: ct));

    /// <summary>Sets a person's new password and ends every session that was begun with the old one.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="userId">The person.</param>
    /// <param name="passwordHash">The hash of the new password.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>When written.</returns>
    public async Task SetPasswordAsync(TenantScope scope, Guid userId, string passwordHash, CancellationToken ct)
        => await scope.Connection.ExecuteAsync(new CommandDefinition(
            "UPDATE agentiq.users SET password_hash = @passwordHash, stamp = @stamp WHERE seller_id = @tenant AND id = @userId",
            new { passwordHash, stamp = ids.Next(), tenant = scope.TenantId, userId }, cancellationToken: ct));

    private sealed record MemberRow(Guid Id, string Name, string Email, string Role);

    private sealed record ActiveRow(Guid Id, string Name, string Email, string Role, Guid Stamp);
}
