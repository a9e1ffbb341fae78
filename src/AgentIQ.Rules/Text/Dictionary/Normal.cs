namespace AgentIQ.Rules.Text.Dictionary;

/// <summary>The normal form of a dictionary word: the same folding as the tokenizer's.</summary>
internal static class Normal
{
    public static string Fold(ReadOnlySpan<char> word) => string.Create(word.Length, word, static (form, source) =>
    {
        for (var i = 0; i < form.Length; i++)
        {
            form[i] = CharacterTable.FoldOf(source[i]);
        }
    });
}
