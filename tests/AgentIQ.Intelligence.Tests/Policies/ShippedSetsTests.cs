using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Tests.Policies;

public sealed class ShippedSetsTests
{
    public static TheoryData<string> Names => [.. Shipped.Rules.Sets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_comes_out(string name)
    {
        var results = ExampleRunner.Run(Shipped.Rules.Sets[name]);
        results.ShouldNotBeEmpty();
        results.Where(result => result.Failure is not null).Select(result => $"{result.Example.Name}: {result.Failure}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_has_a_reason_in_both_languages(string name)
    {
        foreach (var rule in Shipped.Rules.Sets[name].Rows)
        {
            rule.Row.Description.Ru.ShouldNotBeNullOrWhiteSpace();
            rule.Row.Description.En.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [InlineData("priority")]
    [InlineData("sla")]
    [InlineData("routing")]
    [InlineData("escalation")]
    public void A_set_brings_thirty_examples_with_names_of_their_own(string name)
    {
        var examples = Shipped.Rules.Sets[name].Source.Examples;
        examples.Count.ShouldBeGreaterThanOrEqualTo(30);
        examples.Select(example => example.Name).ShouldBeUnique();
    }

    [Theory]
    [InlineData("priority")]
    [InlineData("sla")]
    [InlineData("routing")]
    [InlineData("escalation")]
    public void Every_row_decides_in_some_example(string name)
    {
        var decided = ExampleRunner.Run(Shipped.Rules.Sets[name]).SelectMany(result => Shipped.Rules.Sets[name].Evaluate(result.Example.Facts).Rows).Select(row => row.Id);
        Shipped.Rules.Sets[name].Rows.Select(rule => rule.Row.Id).Except(decided).ShouldBeEmpty();
    }

    [Fact]
    public void The_sets_of_the_desk_are_there() =>
        new[] { "priority", "sla", "routing", "guardrails", "auto-action", "escalation" }.ShouldBeSubsetOf(Shipped.Rules.Sets.Keys);

    internal static Decision Decide(string set, Action<FactValues> facts)
    {
        var values = new FactValues(Shipped.Rules.Catalogue);
        facts(values);
        return Shipped.Rules.Sets[set].Evaluate(values);
    }
}
