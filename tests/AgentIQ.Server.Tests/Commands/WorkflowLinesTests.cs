using System.Text.Json;
using AgentIQ.Server.Commands;

namespace AgentIQ.Server.Tests.Commands;

/// <summary><c>workflow run --jsonl</c>.</summary>
public sealed class WorkflowLinesTests
{
    [Fact]
    public async Task Each_case_is_answered_in_order_whatever_the_others_did()
    {
        var answers = await RunAsync(
            $$$"""{"definitions":[{{{WorkflowFiles.Hello}}}],"input":{"Who":"A"}}""",
            "nonsense",
            $$$"""{"definitions":[{{{WorkflowFiles.Endless}}}]}""",
            """{"definitions":[]}""",
            $$$"""{"definitions":[{{{WorkflowFiles.Hello}}}],"mode":"both"}""",
            $$$"""{"definitions":[{{{WorkflowFiles.Waits}}}],"stimuli":{"events":[{"name":"Paid","payload":{"sum":1}}]},"mode":"token"}""",
            $$$"""{"definitions":[{{{Twice}}}]}""",
            $$$"""{"definitions":[{{{Oneline(WorkflowFiles.Unknown)}}}]}""",
            $$$"""{"definitions":[{{{WorkflowFiles.Hello}}}],"input":{"Who":"B"}}""");

        answers.Count.ShouldBe(9);
        answers[0].GetProperty("lines")[0].GetString().ShouldBe("Привет, A");
        answers[1].GetProperty("error").GetString()!.ShouldStartWith("line 2: ");
        answers[2].GetProperty("incidents")[0].GetProperty("message").GetString()!.ShouldContain("Stopped after");
        answers[3].GetProperty("error").GetString()!.ShouldContain("definitions");
        answers[4].GetProperty("error").GetString()!.ShouldContain("mode");
        answers[5].GetProperty("subStatus").GetString().ShouldBe("Finished");
        answers[6].EnumerateObject().Select(p => p.Name).ShouldBe(["importError"]);
        answers[7].GetProperty("subStatus").GetString().ShouldBe("Faulted");
        answers[7].GetProperty("incidents")[0].GetProperty("activityId").GetString().ShouldBe("odd");
        answers[8].GetProperty("lines")[0].GetString().ShouldBe("Привет, B");
    }

    [Fact]
    public async Task Instance_ids_are_hidden_in_texts()
    {
        var answers = await RunAsync(
            """{"definitions":[{"definitionId":"id","root":{"id":"say","type":"Elsa.WriteLine","text":{"expression":{"type":"JavaScript","value":"'I am ' + getWorkflowInstanceId()"}}}}]}""");

        answers[0].GetProperty("lines")[0].GetString().ShouldBe("I am <instanceId>");
    }

    private const string Twice = """{"definitionId":"twice","root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.WriteLine"},{"id":"a","type":"Elsa.WriteLine"}],"connections":[]}}""";

    private static string Oneline(string text) => text.Replace("\n", "", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<JsonElement>> RunAsync(params string[] cases)
    {
        using var shell = new Shell(string.Join('\n', cases));
        var code = await shell.RunAsync("workflow", "run", "--jsonl", "--max-steps", "1000");
        shell.Error.ShouldBeEmpty();
        IReadOnlyList<JsonElement> answers = [.. shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
        code.ShouldBe(answers.Any(a => a.TryGetProperty("error", out _)) ? ExitCode.Failure : ExitCode.Ok);
        return answers;
    }
}
