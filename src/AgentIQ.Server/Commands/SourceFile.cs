using System.Text;

namespace AgentIQ.Server.Commands;

/// <summary>Reads a document that a command was given: a file, or standard input where the name is "-".</summary>
internal static class SourceFile
{
    private const char ByteOrderMark = '\uFEFF';
    private const long MaxBytes = 32 * 1024 * 1024;

    /// <param name="file">The file's name as it was given.</param>
    /// <param name="what">What it should hold, such as "a workflow definition".</param>
    /// <param name="context">The streams.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The text, or what is wrong with the file, without its name.</returns>
    public static async Task<(string Text, string? Problem)> ReadAsync(string file, string what, CommandContext context, CancellationToken ct)
    {
        if (file == "-")
        {
            return ((await context.Input.ReadToEndAsync(ct)).TrimStart(ByteOrderMark), null);
        }

        if (Directory.Exists(file))
        {
            return ("", $"expected a file with {what}, but it is a folder. Name the file in it.");
        }

        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MaxBytes } huge)
            {
                return ("", $"expected {what}, but the file has {huge.Length / 1024 / 1024} MB; at most {MaxBytes / 1024 / 1024} MB are read.");
            }

            // Invalid UTF-8 is an error, not a text with holes; a byte order mark is taken off.
            using var reader = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            var text = (await reader.ReadToEndAsync(ct)).TrimStart(ByteOrderMark);
            return string.IsNullOrWhiteSpace(text) ? ("", $"expected {what}, but the file is empty.") : (text, null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return ("", "there is no such file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ("", $"cannot be read: {e.Message}");
        }
        catch (DecoderFallbackException)
        {
            return ("", "expected UTF-8 text, but it holds other bytes.");
        }
    }
}
