using System.Text;
using System.Text.Json;

namespace AgentIQ.Server.Tests.Commands;

/// <summary><c>workflow run FILE...</c>.</summary>
public sealed class WorkflowRunTests : IDisposable
{
    private readonly WorkflowFiles _files = new();
    private readonly Shell _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task A_finished_run_is_one_object_and_code_0()
    {
        var code = await _shell.RunAsync("workflow", "run", _files.Add("hello.json", WorkflowFiles.Hello), "--input", """{"Who":"Вера"}""", "--json");

        code.ShouldBe(0);
        _shell.Error.ShouldBeEmpty();
        _shell.Output.ShouldBe(
            """{"status":"Finished","subStatus":"Finished","outcomes":null,"output":{"Answer":42},"variables":{"N":1},"lines":["Привет, Вера"],"journal":["""
            + """{"activityId":"s","eventName":"Started"},{"activityId":"say","eventName":"Started"},{"activityId":"say","eventName":"Completed"},"""
            + """{"activityId":"set","eventName":"Started"},{"activityId":"set","eventName":"Completed"},{"activityId":"s","eventName":"Completed"}],"incidents":[],"bookmarksLeft":0}""" + "\n");
    }

    [Fact]
    public async Task People_get_an_account_without_json()
    {
        var code = await _shell.RunAsync("workflow", "run", _files.Add("faults.json", WorkflowFiles.Faults));

        code.ShouldBe(4);
        _shell.Output.ShouldBe("  Started    bad\n  Faulted    bad: broken on purpose\nfaults: faulted\n  incident: bad: broken on purpose\n");
    }

    [Fact]
    public async Task A_run_that_waits_is_code_3_until_the_call_brings_what_it_waits_for()
    {
        var file = _files.Add("waits.json", WorkflowFiles.Waits);

        (await _shell.RunAsync("workflow", "run", file, "--json")).ShouldBe(3);
        (await _shell.RunAsync("workflow", "run", file, "--json", "--stimulus", "Paid={\"sum\":1}")).ShouldBe(3, "the delay of a day is left");
        (await _shell.RunAsync("workflow", "run", file, "--json", "--time-skip")).ShouldBe(3, "no time brings the event");
        (await _shell.RunAsync("workflow", "run", file, "--json", "--stimulus", "Paid=null", "--time-skip")).ShouldBe(0);
    }

    [Fact]
    public async Task A_definition_with_errors_is_code_2_with_line_and_column_and_can_be_run_anyway()
    {
        var file = _files.Add("unknown.json", WorkflowFiles.Unknown);

        (await _shell.RunAsync("workflow", "run", file)).ShouldBe(2);
        _shell.Output.ShouldBeEmpty();
        _shell.Error.ShouldContain($"{file}:7:7: error: root.activities[0]");
        _shell.Error.ShouldContain("--anyway");
        (await _shell.RunAsync("workflow", "run", file, "--anyway")).ShouldBe(4);
        _shell.Output.ShouldContain("Elsa.Bogus");
    }

    [Fact]
    public async Task An_endless_run_is_stopped_and_code_4()
    {
        (await _shell.RunAsync("workflow", "run", _files.Add("endless.json", WorkflowFiles.Endless), "--max-steps", "100")).ShouldBe(4);

        _shell.Output.ShouldContain("endless: stopped");
        _shell.Output.ShouldContain("at most 100");
    }

    [Theory]
    [InlineData("missing.json", null, "there is no such file")]
    [InlineData("empty.json", "", "the file is empty")]
    [InlineData("half.json", "{\"definitionId\":", "not JSON")]
    [InlineData("list.json", "[]", "definitionId")]
    public async Task A_file_that_is_no_definition_is_code_2_and_said_by_name(string name, string? text, string reason)
    {
        var file = text is null ? Path.Combine(_files.Folder, name) : _files.Add(name, text);

        (await _shell.RunAsync("workflow", "run", file, "--json")).ShouldBe(2);
        _shell.Output.ShouldBeEmpty();
        _shell.Error.ShouldStartWith(file);
        _shell.Error.ShouldContain(reason);
        _shell.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_folder_and_other_bytes_are_refused_and_a_byte_order_mark_is_not()
    {
        (await _shell.RunAsync("workflow", "run", _files.Folder)).ShouldBe(2);
        _shell.Error.ShouldContain("it is a folder");

        var utf16 = Path.Combine(_files.Folder, "utf16.json");
        await File.WriteAllTextAsync(utf16, WorkflowFiles.Faults, Encoding.Unicode, TestContext.Current.CancellationToken);
        (await _shell.RunAsync("workflow", "run", utf16)).ShouldBe(2);
        _shell.Error.ShouldContain("expected UTF-8");

        var marked = Path.Combine(_files.Folder, "marked.json");
        await File.WriteAllTextAsync(marked, WorkflowFiles.Faults, Encoding.UTF8, TestContext.Current.CancellationToken);
        (await _shell.RunAsync("workflow", "run", marked)).ShouldBe(4);
    }

    [Theory]
    [InlineData("--stimulus Paid", "expected NAME=JSON")]
    [InlineData("--stimulus Paid={", "expected JSON")]
    [InlineData("--input 5", "expected an object")]
    [InlineData("--input {Who", "expected JSON")]
    [InlineData("--mode both", "counter")]
    [InlineData("--nonsense", "--nonsense")]
    [InlineData("--max-steps 0", "--max-steps")]
    [InlineData("--jsonl", "--jsonl")]
    public async Task A_wrong_call_is_code_2_and_does_nothing(string options, string reason)
    {
        var code = await _shell.RunAsync(["workflow", "run", _files.Add("hello.json", WorkflowFiles.Hello), .. options.Split(' ')]);

        code.ShouldBe(2);
        _shell.Output.ShouldBeEmpty();
        _shell.Error.ShouldContain(reason);
    }

    [Fact]
    public async Task The_shipped_definitions_can_be_published_and_say_in_memory_what_they_miss()
    {
        string[] files = [.. Directory.EnumerateFiles(Repository.File("workflows"), "*.json")];
        (await _shell.RunAsync(["workflow", "validate", .. files])).ShouldBe(0, _shell.Output);

        var lifecycle = files.Single(file => file.EndsWith("interaction-lifecycle.json", StringComparison.Ordinal));
        (await _shell.RunAsync("workflow", "run", lifecycle)).ShouldBe(2, "its children are not there");
        _shell.Error.ShouldContain("publication-check");
        (await _shell.RunAsync(["workflow", "run", lifecycle, .. files.Where(file => file != lifecycle), "--json"])).ShouldBe(4);
        var result = JsonElement.Parse(_shell.Output.Split('\n')[^2]);
        result.GetProperty("incidents")[0].GetProperty("message").GetString()!.ShouldContain("needs the product's services");
    }
}
