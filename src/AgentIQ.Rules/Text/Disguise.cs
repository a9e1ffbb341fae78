namespace AgentIQ.Rules.Text;

/// <summary>
/// Joins tokens that only together are a word: a digit in the place of a letter («6от», «в0зврат») and a word
/// spelled letter by letter («б о т», «б-о-т»). Joined only when the result is a known word of three letters or more,
/// so «44р» and «т. е. и в» stay what they are.
/// </summary>
internal static class Disguise
{
    private const int ShortestWord = 3;
    private const int LongestWord = 32;

    public static TextToken[] Lift(string raw, TextToken[] tokens, char[] forms)
    {
        var lifted = new List<TextToken>(tokens.Length);
        for (var i = 0; i < tokens.Length;)
        {
            var taken = TryJoin(raw, tokens, i, forms, glued: true, lifted);
            taken = taken > 0 ? taken : TryJoin(raw, tokens, i, forms, glued: false, lifted);
            if (taken == 0)
            {
                lifted.Add(tokens[i]);
            }

            i += Math.Max(1, taken);
        }

        return [.. lifted];
    }

    private static int TryJoin(string raw, TextToken[] tokens, int first, char[] forms, bool glued, List<TextToken> into)
    {
        var count = glued ? GluedRun(tokens, first, forms) : SpelledRun(raw, tokens, first);
        var length = tokens.AsSpan(first, count).Length == 0 ? 0 : tokens[first + count - 1].FormStart + tokens[first + count - 1].FormLength - tokens[first].FormStart;
        if (count < 2 || length is < ShortestWord or > LongestWord)
        {
            return 0;
        }

        Span<char> word = stackalloc char[length];
        forms.AsSpan(tokens[first].FormStart, length).CopyTo(word);
        if (!LookAlikes.TryReadDigits(word) || !WordForms.IsKnown(word))
        {
            return 0;
        }

        word.CopyTo(forms.AsSpan(tokens[first].FormStart));
        var last = tokens[first + count - 1];
        into.Add(tokens[first] with { Length = last.Start + last.Length - tokens[first].Start, FormLength = length });
        return count;
    }

    /// <summary>Cyrillic letters and single digits that touch each other.</summary>
    private static int GluedRun(TextToken[] tokens, int first, char[] forms)
    {
        var count = 0;
        var letters = false;
        var digits = false;
        for (var i = first; i < tokens.Length && (i == first || tokens[i].Start == tokens[i - 1].Start + tokens[i - 1].Length); i++)
        {
            var kind = CharacterTable.KindOf(forms[tokens[i].FormStart]);
            if (kind != CharacterKind.Cyrillic && (kind != CharacterKind.Digit || tokens[i].FormLength > 1))
            {
                break;
            }

            letters |= kind == CharacterKind.Cyrillic;
            digits |= kind == CharacterKind.Digit;
            count++;
        }

        return letters && digits ? count : 0;
    }

    /// <summary>Single letters with the same one separator between them.</summary>
    private static int SpelledRun(string raw, TextToken[] tokens, int first)
    {
        var count = 0;
        for (var i = first; i < tokens.Length && tokens[i].FormLength == 1; i++)
        {
            if (i > first && (tokens[i].Start != tokens[i - 1].Start + 2 || raw[tokens[i].Start - 1] != raw[tokens[first].Start + 1]))
            {
                break;
            }

            count++;
        }

        return count;
    }
}
