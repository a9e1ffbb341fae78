using AgentIQ.Context.Links;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules;

namespace AgentIQ.Intelligence.Tests.Policies;

/// <summary>What the shipped policy lets a link allow (domain 3.2).</summary>
public sealed class LinkPolicyTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData(LinkSignal.RelatedIdExact)]
    [InlineData(LinkSignal.OrderIdExact)]
    [InlineData(LinkSignal.CustomerIdExact)]
    public void An_exact_key_is_certain_enough_for_automatic_action(LinkSignal signal) => ModeOf(Link.ConfidenceOf(signal)).ShouldBe("auto_allowed");

    [Fact]
    public void Below_what_the_policy_asks_for_a_link_only_assists()
    {
        ModeOf(0.85m).ShouldBe("auto_allowed");
        ModeOf(0.849m).ShouldBe("assist_only");
    }

    private string ModeOf(decimal confidence) =>
        new LinkPolicy(_desk.Get<IPolicies>()).ModeOf(Desk.Seller, new Link(Guid.Empty, LinkSignal.CustomerIdExact, confidence));
}
