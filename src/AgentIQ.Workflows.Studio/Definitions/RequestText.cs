using System.Text;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>A request's body as text, every letter as it was sent.</summary>
/// <param name="Value">The text; empty when it was refused.</param>
/// <param name="Problem">Why it was refused; null: it was not.</param>
internal sealed record RequestText(string Value, Text? Problem)
{
    /// <summary>The largest body. A definition with 1,000 activities takes about 1 MB.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Lets endpoints take it as a parameter.</summary>
    public static async ValueTask<RequestText> BindAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
        {
            return Refused(TooLarge);
        }

        using var body = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > MaxBytes)
            {
                return Refused(TooLarge);
            }

            body.Write(buffer, 0, read);
        }

        var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
        try
        {
            return new RequestText(Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes), Problem: null);
        }
        catch (DecoderFallbackException)
        {
            return Refused(new Text("Ожидался JSON в кодировке UTF-8, пришла другая кодировка. Сохраните файл в UTF-8 и повторите.", "Expected JSON in UTF-8, got another encoding. Save the file as UTF-8 and try again."));
        }
    }

    private static Text TooLarge { get; } = new(
        $"Процесс больше {MaxBytes / 1024 / 1024} МБ и не сохранён. Разделите его на несколько процессов.",
        $"The definition is larger than {MaxBytes / 1024 / 1024} MB and was not saved. Split it into several definitions.");

    private static RequestText Refused(Text problem) => new(string.Empty, problem);
}
