using System.Globalization;

namespace AgentIQ.Server.Api.Workflows.Comparison;

/// <summary>Which version a comparison means.</summary>
/// <param name="Word"><c>published</c>, <c>base</c>, <c>newer_base</c>, <c>latest</c>; null: a number.</param>
/// <param name="Number">1-based; counts without a word.</param>
internal sealed record ComparedVersion(string? Word, int Number)
{
    public static readonly ComparedVersion Published = new("published", 0);

    public static readonly ComparedVersion Base = new("base", 0);

    public static readonly ComparedVersion NewerBase = new("newer_base", 0);

    public static readonly ComparedVersion Latest = new("latest", 0);

    /// <summary>Whether there may be none without anything being wrong: nothing is published yet, nothing was copied, no release was newer.</summary>
    public bool MayBeMissing => this == Published || this == Base || this == NewerBase;

    /// <summary>False when the text is neither a known word nor a number.</summary>
    public static bool TryParse(string? text, ComparedVersion otherwise, out ComparedVersion version)
    {
        version = otherwise;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            version = new ComparedVersion(Word: null, number);
            return number > 0;
        }

        version = Array.Find([Published, Base, NewerBase, Latest], known => string.Equals(known.Word, text, StringComparison.OrdinalIgnoreCase))!;
        return version is not null;
    }
}
