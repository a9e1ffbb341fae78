using AgentIQ.Workflows.Tests.Semantics;

namespace AgentIQ.Workflows.Tests.Suite;

/// <summary>The suite on the in-memory store.</summary>
public sealed class InMemoryStoreTests
{
    [Theory]
    [MemberData(nameof(SuiteCase.Names), MemberType = typeof(SuiteCase))]
    public async Task Same_result_as_expected(string name)
    {
        var suite = SuiteCase.All[name];

        suite.Difference(await RequestRunner.RunAsync(suite.Request)).ShouldBeNull();
    }
}
