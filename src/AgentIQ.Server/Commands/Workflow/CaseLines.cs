using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Server.Hosting;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.InMemory.Cases;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary>
/// <c>workflow run --jsonl</c>: a case in per line, a result out per line, in the same order and at once. A case that cannot be run gives
/// a line with <c>error</c>, so that lines always pair up.
/// </summary>
internal static class CaseLines
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CommandContext context, InMemoryOptions options, TimeSpan maxTime, CancellationToken ct)
    {
        var engine = Layers.Activities;
        var code = ExitCode.Ok;
        for (var number = 1; await context.Input.ReadLineAsync(ct) is { } line; number++)
        {
            var (answer, isCase) = await AnswerAsync(engine, options, maxTime, line, number, ct);
            code = isCase ? code : ExitCode.Failure;
            await context.Output.WriteLineAsync(answer.AsMemory(), ct);
        }

        return code;
    }

    private static async Task<(string Answer, bool IsCase)> AnswerAsync(InMemoryEngine engine, InMemoryOptions options, TimeSpan maxTime, string line, int number, CancellationToken ct)
    {
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 512 });
            var behaviour = CaseReader.Read(document.RootElement) with { MaxTime = maxTime };
            var result = await CaseRun.RunAsync(engine, options, behaviour, ct);
            return (InstanceIds.Hide(result.ToJson().ToJsonString(Json), result.Workflows.Instances), true);
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return (Error($"line {number}: {(error is JsonException ? "expected a JSON object: " : "")}{error.Message}"), false);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            // Whatever one case manages to break, the next ones are still answered.
            return (Error($"line {number}: the engine failed on this case: {error}"), false);
        }
    }

    private static string Error(string message) => new JsonObject { ["error"] = message }.ToJsonString(Json);
}
