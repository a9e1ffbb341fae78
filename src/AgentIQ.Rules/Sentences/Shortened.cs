using System.Runtime.InteropServices;

namespace AgentIQ.Rules.Sentences;

/// <summary>A list that fits a sentence: all of it, or its beginning and how many more there are.</summary>
/// <param name="Shown">What is said.</param>
/// <param name="More">How many are left out; never one, which takes no more room than saying so.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Shortened(IReadOnlyList<string> Shown, int More)
{
    /// <summary>How many phrases are said: they are longer than other values.</summary>
    public const int LongestPhrases = 4;

    private const int Longest = 5;

    public static Shortened Of(IReadOnlyList<string> items, int longest = Longest) =>
        items.Count <= longest ? new(items, 0) : new([.. items.Take(longest - 1)], items.Count - longest + 1);

    /// <summary>"a, b and 12 more".</summary>
    public string Listed(Language language) =>
        More == 0 ? string.Join(", ", Shown) : $"{string.Join(", ", Shown)} {language.More(More)}";
}
