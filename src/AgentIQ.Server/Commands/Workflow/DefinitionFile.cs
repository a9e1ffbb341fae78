using System.Text;
using System.Text.Json;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary>Reads a definition from a file, or from standard input where the name is "-".</summary>
internal static class DefinitionFile
{
    private const char ByteOrderMark = '\uFEFF';
    private const long MaxBytes = 32 * 1024 * 1024;

    /// <exception cref="UserErrorException">It cannot be read, or is no text.</exception>
    public static async Task<string> ReadAsync(string file, CommandContext context, CancellationToken ct)
    {
        if (file == "-")
        {
            return (await context.Input.ReadToEndAsync(ct)).TrimStart(ByteOrderMark);
        }

        try
        {
            if (Directory.Exists(file))
            {
                throw new UserErrorException($"{file}: expected a file with a workflow definition, but it is a folder. Name the file in it.");
            }

            if (new FileInfo(file) is { Exists: true, Length: > MaxBytes } huge)
            {
                throw new UserErrorException($"{file}: expected a workflow definition, but the file has {huge.Length / 1024 / 1024} MB; at most {MaxBytes / 1024 / 1024} MB are read.");
            }

            // Invalid UTF-8 is an error, not a text with holes; a byte order mark is taken off.
            using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            var text = (await reader.ReadToEndAsync(ct)).TrimStart(ByteOrderMark);
            return string.IsNullOrWhiteSpace(text)
                ? throw new UserErrorException($"{file}: expected a workflow definition, but the file is empty.")
                : text;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UserErrorException($"{file}: there is no such file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{file}: cannot be read: {e.Message}", e);
        }
        catch (DecoderFallbackException e)
        {
            throw new UserErrorException($"{file}: expected UTF-8 text, but it holds other bytes.", e);
        }
    }

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
