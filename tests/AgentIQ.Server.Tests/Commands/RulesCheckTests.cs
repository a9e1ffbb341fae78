using System.Text.Json;
using AgentIQ.Server.Commands;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Tests.Commands;

/// <summary><c>rules check FILE...</c>.</summary>
public sealed class RulesCheckTests : IDisposable
{
    private readonly RuleFiles _files = new();
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task The_shipped_files_have_no_errors()
    {
        var shipped = Directory.GetFiles(ShippedFolder.Of("rules"), "*.json");

        (await _shell.RunAsync(["rules", "check", .. shipped])).ShouldBe(ExitCode.Ok, _shell.Output);

        _shell.Output.ShouldNotContain(": error: ");
        _shell.Error.ShouldStartWith($"{shipped.Length} files: 0 errors, ");
    }

    [Fact]
    public async Task Each_finding_is_a_line_that_names_file_place_and_severity()
    {
        var failing = _files.Add("failing.json", RuleFiles.Set(expected: "normal"));

        (await _shell.RunAsync("rules", "check", failing)).ShouldBe(ExitCode.Failure);

        var line = _shell.Output.Split('\n')[0];
        line.ShouldStartWith($"{failing}: $.examples[0]: error: ");
        line.ShouldContain("bad-review");
        _shell.Error.ShouldStartWith("1 file: 1 error, ");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_the_others_are_checked_all_the_same()
    {
        var missing = _files.In("missing.json");
        var broken = _files.Add("broken.json", "{ oops");
        var empty = _files.Add("empty.json", " \n");
        var binary = _files.In("binary.json");
        await File.WriteAllBytesAsync(binary, [0xff, 0xfe, 0x80], TestContext.Current.CancellationToken);
        var failing = _files.Add("failing.json", RuleFiles.Set(op: "nonsense"));

        (await _shell.RunAsync("rules", "check", missing, _files.Folder, broken, empty, binary, failing)).ShouldBe(ExitCode.Failure);

        _shell.Output.ShouldContain($"{missing}: $: error: there is no such file.");
        _shell.Output.ShouldContain($"{_files.Folder}: $: error: expected a file with a policy set, but it is a folder.");
        _shell.Output.ShouldContain($"{broken}: $: error: expected ");
        _shell.Output.ShouldContain($"{empty}: $: error: expected a policy set, but the file is empty.");
        _shell.Output.ShouldContain($"{binary}: $: error: expected UTF-8 text");
        _shell.Output.ShouldContain($"{failing}: $.tables[0].columns[1].op: error: ");
    }

    [Fact]
    public async Task With_json_it_is_one_array_of_files()
    {
        var (good, failing) = (_files.Add("good.json", RuleFiles.Set()), _files.Add("failing.json", RuleFiles.Set(expected: "normal")));

        (await _shell.RunAsync("rules", "check", good, failing, "--json")).ShouldBe(ExitCode.Failure);

        var checks = JsonElement.Parse(_shell.Output).EnumerateArray().ToList();
        checks.Select(check => check.GetProperty("file").GetString()).ShouldBe([good, failing]);
        checks.Select(check => check.GetProperty("valid").GetBoolean()).ShouldBe([true, false]);
        var finding = checks[1].GetProperty("findings")[0];
        finding.EnumerateObject().Select(member => member.Name).ShouldBe(["kind", "severity", "path", "table", "row", "cell", "other_rows", "message", "example"]);
        finding.GetProperty("kind").GetString().ShouldBe("failed_example");
        finding.GetProperty("severity").GetString().ShouldBe("error");
        finding.GetProperty("path").GetString().ShouldBe("$.examples[0]");
    }

    [Fact]
    public async Task Standard_input_is_a_file_too()
    {
        using var shell = new Shell(RuleFiles.Set(expected: "normal"));

        (await shell.RunAsync("rules", "check", "-")).ShouldBe(ExitCode.Failure);

        shell.Output.ShouldStartWith("-: $.examples[0]: error: ");
    }
}
