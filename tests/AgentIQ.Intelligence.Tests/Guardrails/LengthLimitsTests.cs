using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Tests.Guardrails;

public sealed class LengthLimitsTests
{
    [Theory]
    [InlineData("wildberries", "review", 2, 5000, 20, 500)]
    [InlineData("wildberries", "question", 2, 5000, 20, 500)]
    [InlineData("wildberries", "chat", null, 1000, null, 1000)]
    [InlineData("ozon", "question", 2, 3000, 20, 500)]
    [InlineData("ozon", "chat", null, 1000, null, 1000)]
    [InlineData("ozon", "review", null, 500, 20, 500)]
    [InlineData("telegram", "chat", null, null, null, 1000)]
    public void The_shipped_policy_tells_its_limits(string marketplace, string channel, int? hardMin, int? hardMax, int? styleMin, int? styleMax) =>
        LengthLimits.Of(Shipped.Guardrails, marketplace, channel).ShouldBe(new LengthLimits(hardMin, hardMax, styleMin, styleMax));

    [Fact]
    public void A_seller_s_changed_row_changes_the_limit()
    {
        var json = Shipped.Guardrails.Source.Document.Json.Replace("[1, 19]", "[1, 39]", StringComparison.Ordinal);
        var own = RuleSetCompiler.CompileWithoutExamples(RuleSetDocument.Parse(json, "guardrails.json"), Shipped.Facts);

        LengthLimits.Of(own, "wildberries", "review").StyleMin.ShouldBe(40);
    }
}
