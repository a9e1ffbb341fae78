using AgentIQ.Testing;
using Dapper;

namespace AgentIQ.Postgres.Tests.Tenancy;

/// <summary>A database with tables of each kind, and one row for each of two sellers.</summary>
internal sealed class NotesDatabase : IAsyncDisposable
{
    private const string Tables =
        """
        CREATE TABLE notes (seller_id uuid NOT NULL, id uuid NOT NULL, text text NOT NULL, PRIMARY KEY (seller_id, id));
        CALL agentiq.tenant_table('notes');

        CREATE TABLE queue (tenant_id uuid NOT NULL, id uuid NOT NULL, text text NOT NULL, PRIMARY KEY (tenant_id, id));
        CALL agentiq.tenant_table('queue', tenant_column => 'tenant_id', engine => true);

        CREATE TABLE log (seller_id uuid NOT NULL, id uuid NOT NULL, text text NOT NULL, PRIMARY KEY (seller_id, id));
        CALL agentiq.tenant_table('log', append_only => true);

        CREATE TABLE users (seller_id uuid NOT NULL, id uuid NOT NULL, email text NOT NULL, PRIMARY KEY (seller_id, id));
        CALL agentiq.tenant_table('users', sign_in => true);

        CREATE FUNCTION find_sign_in(wanted text) RETURNS uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = agentiq, pg_temp
        AS $$ SELECT seller_id FROM users WHERE email = wanted $$;
        CALL agentiq.sign_in_function('find_sign_in(text)');

        CREATE TABLE undeclared (id uuid PRIMARY KEY);

        CREATE TABLE catalogue (id uuid PRIMARY KEY);
        CALL agentiq.shared_table('catalogue');
        """;

    private readonly TestDatabase _database;

    private NotesDatabase(TestDatabase database) => _database = database;

    internal Database Db => _database.Database;

    internal Guid Seller { get; private set; }

    internal Guid Other { get; private set; }

    internal static async Task<NotesDatabase> CreateAsync(TestServer server)
    {
        var notes = new NotesDatabase(await TestDatabase.CreateAsync(server));
        var ids = new TestIds();
        (notes.Seller, notes.Other) = (ids.Next(), ids.Next());
        await using (var owner = await notes.Db.Owner.OpenConnectionAsync())
        {
            await owner.ExecuteAsync(Tables);
        }

        foreach (var seller in new[] { notes.Seller, notes.Other })
        {
            await notes.Db.InTenantAsync(
                seller,
                scope => scope.Connection.ExecuteAsync(
                    """
                    INSERT INTO notes VALUES (@seller, @seller, 'a note');
                    INSERT INTO queue VALUES (@seller, @seller, 'work');
                    INSERT INTO log VALUES (@seller, @seller, 'an event');
                    INSERT INTO users VALUES (@seller, @seller, @seller::text || '@example.com');
                    """,
                    new { seller }),
                CancellationToken.None);
        }

        return notes;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
