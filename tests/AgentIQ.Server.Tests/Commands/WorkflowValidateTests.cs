using System.Text.Json;

namespace AgentIQ.Server.Tests.Commands;

/// <summary><c>workflow validate FILE...</c>.</summary>
public sealed class WorkflowValidateTests : IDisposable
{
    private readonly WorkflowFiles _files = new();
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task Every_file_is_told_of_and_one_bad_one_makes_code_2()
    {
        var (good, bad, missing) = (_files.Add("good.json", WorkflowFiles.Waits), _files.Add("bad.json", WorkflowFiles.Unknown), Path.Combine(_files.Folder, "missing.json"));

        (await _shell.RunAsync("workflow", "validate", good)).ShouldBe(0);
        _shell.Output.ShouldBe($"{good}: ok\n");
        (await _shell.RunAsync("workflow", "validate", good, bad, missing)).ShouldBe(2);
        _shell.Output.ShouldContain($"{bad}:7:7: error: root.activities[0]");
        _shell.Output.ShouldContain($"{missing}: there is no such file.");
    }

    [Fact]
    public async Task With_json_each_file_is_an_object()
    {
        var bad = _files.Add("bad.json", WorkflowFiles.Unknown);

        (await _shell.RunAsync("workflow", "validate", bad, "--json")).ShouldBe(2);

        var check = JsonElement.Parse(_shell.Output);
        check.GetProperty("file").GetString().ShouldBe(bad);
        check.GetProperty("valid").GetBoolean().ShouldBeFalse();
        var finding = check.GetProperty("findings")[0];
        (finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32()).ShouldBe(("error", 7, 7));
    }

    [Fact]
    public async Task A_broken_text_is_told_with_its_line()
    {
        var broken = _files.Add("broken.json", "{\n  \"definitionId\": oops\n}");

        (await _shell.RunAsync("workflow", "validate", broken)).ShouldBe(2);

        _shell.Output.ShouldContain("line 2");
        (await _shell.RunAsync("workflow", "validate")).ShouldBe(2);
        _shell.Error.ShouldNotBeEmpty();
    }
}
