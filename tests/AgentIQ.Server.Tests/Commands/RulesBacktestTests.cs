using System.Text.Json;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Commands;
using AgentIQ.Server.Commands.Rules;

namespace AgentIQ.Server.Tests.Commands;

/// <summary>How <c>rules backtest</c> shows its report, and that it reads the draft before it starts anything.</summary>
public sealed class RulesBacktestTests
{
    private static readonly Guid Subject = Guid.Parse("00000000-0000-7000-8000-0000000000b1");

    private static BacktestReport Report { get; } = new(
        "sla",
        new RuleSetVersion(RuleSetOrigin.Platform, 3),
        12_345,
        87,
        2,
        [new OutputShifts("first_response_minutes", [new ValueShift("240", "240", 12_258), new ValueShift("30", "60", 87)])],
        [new BacktestSample(Guid.Parse("00000000-0000-7000-8000-0000000000d1"), Subject, new DateTimeOffset(2030, 1, 5, 9, 30, 0, TimeSpan.Zero), """{"a":1}""", """{"a":2}""", ["old"], [])],
        [new BacktestConsequence("first_response_missed", new LocalizedText("Пропущено сроков", "First responses missed"), 12, 1_030)]);

    [Fact]
    public void A_person_reads_counts_shifts_consequences_and_samples() => BacktestText.Of(Report).ShouldBe(
        $"""
        sla against platform-3: 12,345 decisions, 87 changed, 2 could not be made again

        first_response_minutes
              12,258  240 as before
                  87  30 -> 60

        What it would have meant
                  12 -> 1,030  First responses missed

        Samples
          2030-01-05 09:30:00Z  {Subject}  {"{\"a\":1}"} (old) -> {"{\"a\":2}"} (no row)
        """,
        StringCompareShould.IgnoreLineEndings);

    [Fact]
    public void A_script_reads_the_same_as_values()
    {
        var json = JsonElement.Parse(JsonSerializer.Serialize(BacktestJson.Of(Report), JsonLines.Json));

        json.GetProperty("against").GetString().ShouldBe("platform-3");
        json.GetProperty("not_comparable").GetInt64().ShouldBe(2);
        json.GetProperty("outputs")[0].GetProperty("shifts")[1].GetProperty("to").GetInt32().ShouldBe(60);
        json.GetProperty("samples")[0].GetProperty("before").GetProperty("a").GetInt32().ShouldBe(1);
        json.GetProperty("samples")[0].GetProperty("interaction_id").GetGuid().ShouldBe(Subject);
        json.GetProperty("consequences")[0].GetProperty("after").GetInt64().ShouldBe(1_030);
    }

    [Fact]
    public async Task A_draft_that_cannot_be_read_starts_nothing()
    {
        using var shell = new Shell();
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        var code = await shell.RunAsync(
            "rules", "backtest", "--file", "missing.json", "--seller", Subject.ToString(), "--from", "2030-01-01", "--to", "2030-02-01", "--data", folder);

        code.ShouldBe(ExitCode.Failure);
        shell.Error.ShouldBe("missing.json: there is no such file.\n");
        Directory.Exists(folder).ShouldBeFalse();
    }
}
