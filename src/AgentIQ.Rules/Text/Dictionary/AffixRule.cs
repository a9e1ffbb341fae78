namespace AgentIQ.Rules.Text.Dictionary;

/// <summary>One suffix rule of a Hunspell affix file: words with the flag that end as <paramref name="Condition"/> says replace <paramref name="Strip"/> by <paramref name="Add"/>.</summary>
internal sealed record AffixRule(char Flag, string Strip, string Add, AffixCondition Condition)
{
    /// <summary>The form of <paramref name="lemma"/>, or null when the rule does not apply to it.</summary>
    public string? Apply(string lemma) =>
        Condition.Matches(lemma) && lemma.EndsWith(Strip, StringComparison.Ordinal)
            ? string.Concat(lemma.AsSpan(0, lemma.Length - Strip.Length), Add)
            : null;
}
