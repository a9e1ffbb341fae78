using System.Text;

namespace AgentIQ.Ingestion;

/// <summary>A short piece of a foreign answer that is fit for a message: one line, no secret.</summary>
internal static class Excerpt
{
    private const int MaxLength = 120;

    /// <summary>The beginning of <paramref name="text"/>, with <paramref name="secret"/> struck out.</summary>
    public static string Start(string text, string secret)
    {
        var line = OneLine(text, secret);
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength), "…");
    }

    /// <summary>The end of <paramref name="text"/>, with <paramref name="secret"/> struck out.</summary>
    public static string End(string text, string secret)
    {
        var line = OneLine(text, secret);
        return line.Length <= MaxLength ? line : string.Concat("…", line.AsSpan(line.Length - MaxLength));
    }

    private static string OneLine(string text, string secret)
    {
        var clean = secret.Length == 0 ? text : text.Replace(secret, "***", StringComparison.Ordinal);
        var line = new StringBuilder(Math.Min(clean.Length, 4 * MaxLength));
        foreach (var character in clean)
        {
            var next = char.IsWhiteSpace(character) || char.IsControl(character) ? ' ' : character;
            if (next != ' ' || (line.Length > 0 && line[^1] != ' '))
            {
                line.Append(next);
            }
        }

        return line.ToString().TrimEnd();
    }
}
