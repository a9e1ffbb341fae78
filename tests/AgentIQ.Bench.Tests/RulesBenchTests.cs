using System.Text.Json;
using AgentIQ.Bench.Rules;

namespace AgentIQ.Bench.Tests;

/// <summary>That every benchmark of the rules runs and reports what it promises, and that the rules written by hand agree with the engine; never how fast.</summary>
public sealed class RulesBenchTests
{
    public static TheoryData<string> Keys => [.. RulesCommand.All.Select(b => b.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Runs_in_its_short_form(string key)
    {
        var benchmark = RulesCommand.All.Single(b => b.Key == key);

        var figures = (await RulesCommand.RunAsync([benchmark], RulesScale.Quick, TextWriter.Null, TestContext.Current.CancellationToken))[key];

        figures.ShouldNotBeEmpty();
        figures.Values.ShouldAllBe(value => double.IsFinite(value) && value >= 0);
        figures.Where(figure => figure.Key.EndsWith("_per_second", StringComparison.Ordinal)).ShouldAllBe(figure => figure.Value > 0);
    }

    [Fact]
    public async Task The_command_tells_figures_and_targets_as_one_object()
    {
        using var output = new StringWriter();

        var code = await RulesCommand.Create(output, TextWriter.Null).Parse(["--quick", "--json", "--only", "d,e"]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        code.ShouldBe(0);
        var report = JsonElement.Parse(output.ToString());
        report.GetProperty("figures").EnumerateObject().Select(part => part.Name).ShouldBe(["d", "e"]);
        report.GetProperty("targets").EnumerateArray().ShouldContain(target => target.GetProperty("What").GetString()!.StartsWith("the slowest shipped set", StringComparison.Ordinal));
    }

    [Fact]
    public void Refuses_a_letter_that_it_does_not_know() =>
        RulesCommand.Create(TextWriter.Null, TextWriter.Null).Parse(["--only", "x"]).Errors.ShouldHaveSingleItem().Message.ShouldContain("--only");
}
