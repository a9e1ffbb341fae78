using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentIQ.Server.Commands;

/// <summary>
/// The form of the commands for scripts: a JSON object in per line, a JSON object out per line, in the same order and at once.
/// A line that cannot be read gives a line with <c>error</c>, so that lines always pair up, and the command ends with 1.
/// </summary>
internal static class JsonLines
{
    /// <summary>How results of commands look as JSON: names in snake_case, Cyrillic as it is.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Makes a command say the form; it is the only one there is, and scripts say it so that another may come.</summary>
    public static void Require(Command command)
    {
        var option = new Option<bool>("--jsonl")
        {
            Description = "JSON lines in, JSON lines out, one for one; a line that cannot be read gives {\"error\":\"line N: ...\"} and exit code 1.",
        };
        command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(option))
            {
                result.AddError("Say --jsonl: it is the only form of input.");
            }
        });
    }

    /// <summary>Works through the input.</summary>
    /// <param name="context">The streams.</param>
    /// <param name="work">What to do with an object; throws <see cref="FormatException"/> for one it cannot take.</param>
    /// <param name="ct">Stops between lines.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync<TIn, TOut>(CommandContext context, Func<TIn, TOut> work, CancellationToken ct)
        where TIn : class =>
        RunAsync(context, line => work(JsonSerializer.Deserialize<TIn>(line, Json) ?? throw new FormatException("expected an object, but null came")), ct);

    /// <summary>Works through the input, for a command that reads a line's JSON by itself.</summary>
    /// <param name="context">The streams.</param>
    /// <param name="work">What to do with a line; throws <see cref="FormatException"/> or <see cref="JsonException"/> for one it cannot take.</param>
    /// <param name="ct">Stops between lines.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync<TOut>(CommandContext context, Func<string, TOut> work, CancellationToken ct)
    {
        var code = ExitCode.Ok;
        for (var number = 1; await context.Input.ReadLineAsync(ct) is { } line; number++)
        {
            string answer;
            try
            {
                answer = JsonSerializer.Serialize(work(line), Json);
            }
            catch (Exception error) when (error is JsonException or FormatException)
            {
                answer = JsonSerializer.Serialize(new LineError($"line {number}: {Reason(error)}"), Json);
                code = ExitCode.Failure;
            }

            await context.Output.WriteLineAsync(answer.AsMemory(), ct);
        }

        return code;
    }

    // System.Text.Json repeats the place in its message; the line's number is ours.
    private static string Reason(Exception error)
        => error is not JsonException json ? error.Message
            : json.Path is { Length: > 1 } path ? $"{path}: {Cut(error.Message)}"
            : $"expected a JSON object: {Cut(error.Message)}";

    private static string Cut(string message)
    {
        var place = message.IndexOf(" Path: ", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }

    private sealed record LineError(string Error);
}
