using AgentIQ.Testing;

namespace AgentIQ.Workflows.Tests.Durable;

public sealed class TenancyTests
{
    [Fact]
    public async Task Every_table_of_the_engine_is_protected()
    {
        await using var database = await TestDatabase.CreateAsync(WorkflowsSchema.Part);
        await TenancyCatalogue.AssertAsync(database.Database);
    }
}
