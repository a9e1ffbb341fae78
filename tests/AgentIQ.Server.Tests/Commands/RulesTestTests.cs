using System.Text.Json;
using AgentIQ.Server.Commands;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Tests.Commands;

/// <summary><c>rules test FILE...</c>.</summary>
public sealed class RulesTestTests : IDisposable
{
    private readonly RuleFiles _files = new();
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task The_shipped_examples_pass_and_only_the_count_is_printed()
    {
        (await _shell.RunAsync(["rules", "test", .. Directory.GetFiles(ShippedFolder.Of("rules"), "*.json")])).ShouldBe(ExitCode.Ok, _shell.Output);

        _shell.Output.ShouldMatch("^[1-9][0-9]+ passed, 0 failed\n$");
    }

    [Fact]
    public async Task A_failing_example_says_what_was_expected_and_what_came()
    {
        var (good, failing) = (_files.Add("good.json", RuleFiles.Set()), _files.Add("failing.json", RuleFiles.Set(expected: "normal")));

        (await _shell.RunAsync("rules", "test", good, failing)).ShouldBe(ExitCode.Failure);

        var lines = _shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith($"{failing}: $.examples[0]: \"Одна звезда\": expected {{\"urgency\":\"normal\"}}, came {{\"urgency\":\"urgent\"}}");
        lines[1].ShouldBe("1 passed, 1 failed");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_counts_as_a_failure()
    {
        var (missing, broken, good) = (_files.In("missing.json"), _files.Add("broken.json", RuleFiles.Set(op: "nonsense")), _files.Add("good.json", RuleFiles.Set()));

        (await _shell.RunAsync("rules", "test", missing, broken, good)).ShouldBe(ExitCode.Failure);

        _shell.Output.ShouldContain($"{missing}: there is no such file.");
        _shell.Output.ShouldContain($"{broken}: $.tables[0].columns[1].op: ");
        _shell.Output.ShouldEndWith("1 passed, 2 failed\n");
    }

    [Fact]
    public async Task With_json_every_example_says_what_it_decided()
    {
        var failing = _files.Add("failing.json", RuleFiles.Set(expected: "normal"));

        (await _shell.RunAsync("rules", "test", failing, "--json")).ShouldBe(ExitCode.Failure);

        var result = JsonElement.Parse(_shell.Output);
        (result.GetProperty("passed").GetInt32(), result.GetProperty("failed").GetInt32()).ShouldBe((0, 1));
        var example = result.GetProperty("files")[0].GetProperty("examples")[0];
        example.GetProperty("name").GetString().ShouldBe("Одна звезда");
        example.GetProperty("passed").GetBoolean().ShouldBeFalse();
        example.GetProperty("failure").GetString()!.ShouldContain("expected");
        example.GetProperty("outputs").GetProperty("urgency").GetString().ShouldBe("urgent");
        example.GetProperty("rows")[0].GetString().ShouldBe("bad-review");
    }
}
