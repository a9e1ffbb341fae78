using System.Security.Cryptography;
using System.Text;

namespace AgentIQ.Ingestion;

/// <summary>Identity of reply texts.</summary>
public static class ReplyText
{
    /// <summary>SHA-256 of the exact text in UTF-8, lower-case hex. Binds a decision to the text that it judged.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>SHA-256 of the text without differences of case, of ё and е and of white space, lower-case hex. Texts that a reader takes for the same have the same.</summary>
    public static string FoldedHash(string text) => Hash(Normalise(text).ToLowerInvariant().Replace('ё', 'е'));

    /// <summary>
    /// True when a marketplace's copy of a text is ours. Marketplaces trim, change line ends and fold white space,
    /// so these differences do not count; nothing else is forgiven.
    /// </summary>
    public static bool Same(string ours, string theirs) => string.Equals(Normalise(ours), Normalise(theirs), StringComparison.Ordinal);

    private static string Normalise(string text)
    {
        var folded = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                pendingSpace = folded.Length > 0;
                continue;
            }

            if (pendingSpace)
            {
                folded.Append(' ');
                pendingSpace = false;
            }

            folded.Append(character);
        }

        return folded.ToString();
    }
}
