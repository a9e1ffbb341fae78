using System.Text.Json;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Commands;
using AgentIQ.Server.Commands.Rules;

namespace AgentIQ.Server.Tests.Commands;

/// <summary><c>rules eval FILE --jsonl</c>.</summary>
public sealed class RulesEvaluateTests : IDisposable
{
    private readonly RuleFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Every_line_is_decided_in_its_place_and_a_bad_one_is_not_lost()
    {
        var set = _files.Add("set.json", RuleFiles.Set());
        using var shell = new Shell(
            """
            {"channel":"review","rating":1}
            {"channel":"question"}
            not json
            {"channel":"review","rating":9}
            {"chanel":"review"}
            [1]

            null
            {"channel":"review","channel":"chat"}
            {"channel":"review","rating":1,"$now":"soon"}
            {"channel":"chat"}
            """);

        (await shell.RunAsync("rules", "eval", set, "--jsonl")).ShouldBe(ExitCode.Failure);

        var lines = shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("""{"outputs":{"urgency":"urgent"},"rows":["bad-review"],"unknown":[],"fault":null}""");
        lines[1].ShouldBe("""{"outputs":{"urgency":"normal"},"rows":["question"],"unknown":["rating"],"fault":null}""");
        for (var bad = 2; bad < 10; bad++)
        {
            Error(lines[bad]).ShouldStartWith($"line {bad + 1}: ");
        }

        Error(lines[3]).ShouldContain("$.rating: expected a whole number from 1 to 5, came 9");
        Error(lines[4]).ShouldContain("$.chanel: expected a fact of the catalogue");
        Error(lines[9]).ShouldContain("$now: expected a moment, came \"soon\"");
        lines[10].ShouldStartWith("""{"outputs":{"urgency":"normal"},"rows":[],""");
        lines.Length.ShouldBe(11);
        shell.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"seen":"2030-01-31T09:00:00+03:00","$now":"2030-02-01T08:00:00+03:00"}""", Truth.True)]
    [InlineData("""{"seen":"2030-01-31T09:00:00+03:00","$now":"2030-02-01T10:00:00+03:00"}""", Truth.False)]
    [InlineData("""{"seen":"2030-01-31T09:00:00+03:00"}""", Truth.Unknown)]
    public void The_moment_of_a_line_is_what_within_measures_from(string line, Truth expected)
    {
        var catalogue = new FactCatalogue([new FactField("seen", FactType.Instant)]);
        const string ask = """{"id": "ROW", "description": {"ru": "Н", "en": "N"}, "condition": CONDITION, "then": {"truth": "WORD"}}""";
        const string within = """{"field": "seen", "op": "within", "value": "1d"}""";
        string Row(string word, string condition) => ask.Replace("ROW", word, StringComparison.Ordinal).Replace("WORD", word, StringComparison.Ordinal).Replace("CONDITION", condition, StringComparison.Ordinal);
        var set = RuleSetCompiler.Compile(
            RuleSetDocument.Parse(
                $$"""
                {
                  "name": "recent", "title": {"ru": "Н", "en": "R"}, "description": {"ru": "Н", "en": "R"}, "hitPolicy": "first",
                  "outputs": [{"name": "truth", "type": "enum", "values": ["True", "False", "Unknown"]}], "defaults": {"truth": "Unknown"},
                  "tables": [{"name": "only", "rows": [{{Row("True", within)}}, {{Row("False", $"{{\"not\": {within}}}")}}]}]
                }
                """,
                "recent.json"),
            catalogue);

        set.Evaluate(FactLine.Read(line, catalogue)).Outputs.Text("truth").ShouldBe(expected.ToString());
    }

    [Fact]
    public async Task Why_and_why_not_stand_beside_the_decision()
    {
        using var shell = new Shell("""{"channel":"review","rating":4}""");

        (await shell.RunAsync("rules", "eval", _files.Add("set.json", RuleFiles.Set()), "--jsonl", "--explain")).ShouldBe(ExitCode.Ok);

        var line = JsonElement.Parse(shell.Output);
        line.GetProperty("outputs").GetProperty("urgency").GetString().ShouldBe("normal");
        line.GetProperty("near_misses").EnumerateArray().Select(id => id.GetString()).ShouldBe(["bad-review"]);
        var rating = line.GetProperty("tables")[0].GetProperty("rows")[0].GetProperty("conditions")[1];
        (rating.GetProperty("actual").GetInt32(), rating.GetProperty("truth").GetString()).ShouldBe((4, "false"));
    }

    [Fact]
    public async Task A_set_that_cannot_be_read_is_told_before_any_line()
    {
        using var shell = new Shell("{}");

        (await shell.RunAsync("rules", "eval", _files.Add("broken.json", RuleFiles.Set(op: "nonsense")), "--jsonl")).ShouldBe(ExitCode.Failure);

        shell.Output.ShouldBeEmpty();
        shell.Error.ShouldContain("broken.json: $.tables[0].columns[1].op: ");
        shell.Error.ShouldNotContain("   at ");
    }

    private static string Error(string line) => JsonElement.Parse(line).GetProperty("error").GetString()!;
}
