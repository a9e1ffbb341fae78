using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules;

namespace AgentIQ.Intelligence.Tests.Policies;

public sealed class PlatformImportTests
{
    [Fact]
    public async Task The_shipped_folder_is_imported_as_it_is()
    {
        await using var desk = await Desk.OpenAsync();
        var policies = desk.Get<IPolicies>();
        policies.Refused.ShouldBeEmpty();
        foreach (var (name, set) in Shipped.Rules.Sets)
        {
            policies.Current(Desk.Seller, name).Hash.ShouldBe(set.Hash);
        }
    }
}
