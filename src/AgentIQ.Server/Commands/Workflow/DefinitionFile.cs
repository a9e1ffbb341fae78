using System.Text.Json;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary>Reads a definition from a file, or from standard input where the name is "-".</summary>
internal static class DefinitionFile
{
    /// <exception cref="UserErrorException">It cannot be read, or is no text.</exception>
    public static async Task<string> ReadAsync(string file, CommandContext context, CancellationToken ct) =>
        await SourceFile.ReadAsync(file, "a workflow definition", context, ct) is var (text, problem) && problem is null
            ? text
            : throw new UserErrorException($"{file}: {problem}");

    /// <summary>Reads an option's value as JSON.</summary>
    /// <exception cref="UserErrorException">It is none.</exception>
    public static JsonElement Json(string option, string value)
    {
        try
        {
            return JsonElement.Parse(value);
        }
        catch (JsonException e)
        {
            throw new UserErrorException($"{option}: expected JSON, got '{Short(value)}' ({e.Message.Split(" LineNumber", 2)[0].TrimEnd('.')}). Quote it for the shell: '{{\"Name\":\"Vera\"}}', and texts inside too: '\"text\"'.", e);
        }
    }

    private static string Short(string value) => value.Length <= 60 ? value : value[..60] + "...";
}
