using AgentIQ.Testing;
using Dapper;

namespace AgentIQ.Postgres.Tests.Tenancy;

public sealed class TenancyCatalogueTests(PostgresServers servers)
{
    public static TheoryData<string> Servers => PostgresServers.All;

    [Theory, MemberData(nameof(Servers))]
    public async Task Declared_tables_pass(string server)
    {
        await using var notes = await NotesDatabase.CreateAsync(await servers.GetAsync(server));

        await TenancyCatalogue.AssertAsync(notes.Db);
    }

    [Theory]
    [InlineData("CREATE TABLE forgotten (seller_id uuid NOT NULL)", "forgotten")]
    [InlineData("CREATE TABLE unforced (tenant_id uuid NOT NULL); ALTER TABLE unforced ENABLE ROW LEVEL SECURITY", "unforced")]
    [InlineData("CREATE VIEW all_notes AS SELECT * FROM notes", "all_notes")]
    public async Task What_was_forgotten_is_named(string sql, string name)
    {
        await using var notes = await NotesDatabase.CreateAsync(await TestServer.DefaultAsync());
        await using (var owner = await notes.Db.Owner.OpenConnectionAsync())
        {
            await owner.ExecuteAsync(sql);
        }

        var error = await Should.ThrowAsync<InvalidOperationException>(() => TenancyCatalogue.AssertAsync(notes.Db));

        error.Message.ShouldEndWith(name);
    }
}
