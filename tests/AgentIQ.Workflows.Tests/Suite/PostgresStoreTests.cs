namespace AgentIQ.Workflows.Tests.Suite;

/// <summary>The suite on PostgreSQL: all cases on one database, each a tenant of its own.</summary>
public sealed class PostgresStoreTests(PostgresStore store) : IClassFixture<PostgresStore>
{
    [Theory]
    [MemberData(nameof(SuiteCase.DurableNames), MemberType = typeof(SuiteCase))]
    public async Task Same_result_as_expected(string name)
    {
        var suite = SuiteCase.All[name];
        var errors = await store.ErrorsAsync(suite.Request);
        if (errors.Count > 0)
        {
            // Elsa runs what has errors as far as it goes; here publishing refuses it, so only the in-memory store can run it.
            await Should.ThrowAsync<Workflows.Definitions.InvalidDefinitionException>(() => store.RunAsync(suite.Request));
            return;
        }

        suite.Difference(await store.RunAsync(suite.Request)).ShouldBeNull();
    }
}
