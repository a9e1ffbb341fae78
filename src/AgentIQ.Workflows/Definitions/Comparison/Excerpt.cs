namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>Shortens two long texts to what differs, and a long text of its own to its two ends.</summary>
internal static class Excerpt
{
    /// <summary>Shorter texts are shown whole.</summary>
    private const int Whole = 160;

    /// <summary>What remains of a longer one.</summary>
    private const int Most = 400;

    /// <summary>Characters on both sides of a difference.</summary>
    private const int Around = 40;

    private const string Gap = "…";

    public static (ComparedValue? Before, ComparedValue? After) Of(ComparedValue? before, ComparedValue? after)
    {
        if (before is null || after is null)
        {
            return (Cut(before), Cut(after));
        }

        if (before.Text == after.Text)
        {
            // Only the form differs.
            return (Cut(before), Cut(after));
        }

        var isScript = before.Text.Contains('\n') && after.Text.Contains('\n');
        if (!isScript && before.Text.Length <= Whole && after.Text.Length <= Whole)
        {
            return (before, after);
        }

        var (was, isNow) = isScript ? Lines(before.Text.Split('\n'), after.Text.Split('\n')) : Characters(before.Text, after.Text);
        return (before with { Text = Cut(was) }, after with { Text = Cut(isNow) });
    }

    /// <summary>The lines that differ, with one line around them.</summary>
    private static (string Before, string After) Lines(string[] before, string[] after)
    {
        var prefix = before.AsSpan().CommonPrefixLength(after);
        var suffix = CommonSuffix<string>(before.AsSpan(prefix), after.AsSpan(prefix));
        var (skip, drop) = (Math.Max(0, prefix - 1), Math.Max(0, suffix - 1));
        return (Middle(before), Middle(after));

        string Middle(string[] lines) => string.Join('\n', (string[])[.. skip > 0 ? [Gap] : Array.Empty<string>(), .. lines[skip..(lines.Length - drop)], .. drop > 0 ? [Gap] : Array.Empty<string>()]);
    }

    private static (string Before, string After) Characters(string before, string after)
    {
        var prefix = before.AsSpan().CommonPrefixLength(after);
        var suffix = CommonSuffix<char>(before.AsSpan(prefix), after.AsSpan(prefix));
        var (skip, drop) = (Math.Max(0, prefix - Around), Math.Max(0, suffix - Around));
        return (Middle(before), Middle(after));

        string Middle(string text) => (skip > 0 ? Gap : "") + text[Boundary(text, skip)..Boundary(text, text.Length - drop)] + (drop > 0 ? Gap : "");
    }

    private static int CommonSuffix<T>(ReadOnlySpan<T> before, ReadOnlySpan<T> after)
        where T : IEquatable<T>
    {
        var length = 0;
        while (length < before.Length && length < after.Length && before[^(length + 1)].Equals(after[^(length + 1)]))
        {
            length++;
        }

        return length;
    }

    private static ComparedValue? Cut(ComparedValue? value) => value is null ? null : value with { Text = Cut(value.Text) };

    private static string Cut(string text)
    {
        if (text.Length <= Most)
        {
            return text;
        }

        const int half = Most / 2;
        return $"{text[..Boundary(text, half)]} {Gap} {text[Boundary(text, text.Length - half)..]}";
    }

    /// <summary>The place, or the one before it where a character of two units would be cut.</summary>
    private static int Boundary(string text, int place) => place > 0 && place < text.Length && char.IsLowSurrogate(text[place]) ? place - 1 : place;
}
