namespace AgentIQ.Rules.Text;

/// <summary>Brings a word that mixes Latin and Cyrillic letters back to one alphabet, when its letters look alike in both.</summary>
internal static class LookAlikes
{
    private const string Latin = "abcehkmnoptxyru3604";
    private const string Cyrillic = "авсенкмпортхугизбоч";

    // Which Latin letter a Cyrillic one may pretend to be: only letters whose capital or small shape is the same.
    private const string CyrillicShapes = "авсенкмортхуіѕј";
    private const string LatinShapes = "abcehkmoptxyisj";

    /// <summary>Folds a mixed word in place; leaves it alone when neither alphabet can hold all of it.</summary>
    public static void Unify(Span<char> word)
    {
        if (CanBe(word, CharacterKind.Latin, Latin))
        {
            Replace(word, CharacterKind.Latin, Latin, Cyrillic);
        }
        else if (CanBe(word, CharacterKind.Cyrillic, CyrillicShapes))
        {
            Replace(word, CharacterKind.Cyrillic, CyrillicShapes, LatinShapes);
        }
    }

    /// <summary>Replaces digits that stand for letters («6от», «в0зврат»); false when a digit stands for none.</summary>
    public static bool TryReadDigits(Span<char> word)
    {
        if (!CanBe(word, CharacterKind.Digit, Latin))
        {
            return false;
        }

        Replace(word, CharacterKind.Digit, Latin, Cyrillic);
        return true;
    }

    private static bool CanBe(ReadOnlySpan<char> word, CharacterKind kind, string shapes)
    {
        foreach (var character in word)
        {
            if (CharacterTable.KindOf(character) == kind && !shapes.Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static void Replace(Span<char> word, CharacterKind kind, string from, string to)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (CharacterTable.KindOf(word[i]) == kind)
            {
                word[i] = to[from.IndexOf(word[i], StringComparison.Ordinal)];
            }
        }
    }
}
