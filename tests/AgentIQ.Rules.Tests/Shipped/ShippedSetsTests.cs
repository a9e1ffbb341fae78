using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Tests.Shipped;

public sealed class ShippedSetsTests
{
    public static TheoryData<string> Names => [.. RulesFolder.Rules.Sets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_comes_out(string name)
    {
        var results = ExampleRunner.Run(RulesFolder.Rules.Sets[name]);
        results.ShouldNotBeEmpty();
        results.Where(result => result.Failure is not null).Select(result => $"{result.Example.Name}: {result.Failure}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_has_a_reason_in_both_languages(string name)
    {
        foreach (var rule in RulesFolder.Rules.Sets[name].Rows)
        {
            rule.Row.Description.Ru.ShouldNotBeNullOrWhiteSpace();
            rule.Row.Description.En.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void The_sets_of_the_desk_are_there() =>
        new[] { "priority", "sla", "auto-action", "escalation" }.ShouldBeSubsetOf(RulesFolder.Rules.Sets.Keys);

    internal static Decision Decide(string set, Action<FactValues> facts)
    {
        var values = new FactValues(RulesFolder.Rules.Catalogue);
        facts(values);
        return RulesFolder.Rules.Sets[set].Evaluate(values);
    }
}
