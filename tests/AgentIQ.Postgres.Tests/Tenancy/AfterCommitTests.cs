namespace AgentIQ.Postgres.Tests.Tenancy;

/// <summary>What may only happen when others can see the rows.</summary>
public sealed class AfterCommitTests(PostgresServers servers)
{
    public static TheoryData<string> Servers => PostgresServers.All;

    [Theory, MemberData(nameof(Servers))]
    public async Task An_action_runs_once_and_only_after_the_commit(string server)
    {
        var notes = await servers.NotesAsync(server);
        var runs = 0;
        void Count() => runs++;

        await using (var transaction = await notes.Db.BeginAsync(notes.Seller, CancellationToken.None))
        {
            transaction.Scope.AfterCommit(Count);
            transaction.Scope.AfterCommit(Count);
            runs.ShouldBe(0);
            await transaction.CommitAsync(CancellationToken.None);
        }

        runs.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task After_a_rollback_it_never_runs(string server)
    {
        var notes = await servers.NotesAsync(server);
        var runs = 0;
        await using (var transaction = await notes.Db.BeginAsync(notes.Seller, CancellationToken.None))
        {
            transaction.Scope.AfterCommit(() => runs++);
        }

        runs.ShouldBe(0);
    }

    [Theory, MemberData(nameof(Servers))]
    public async Task Inside_the_engines_transaction_nobody_hears_of_the_commit_so_it_runs_at_once(string server)
    {
        var notes = await servers.NotesAsync(server);
        await using var engine = await notes.Db.Engine.OpenConnectionAsync();
        await using var transaction = await engine.BeginTransactionAsync();
        var scope = await TenantScope.EnterAsync(engine, notes.Seller, CancellationToken.None);
        var runs = 0;

        scope.AfterCommit(() => runs++);

        runs.ShouldBe(1);
    }
}
