namespace AgentIQ.Rules.Text.Patterns;

/// <summary>One place of a phrase: the word forms, beginnings and endings that may stand there.</summary>
/// <param name="Key">The alternatives as written, sorted: equal keys are the same place and are tested once.</param>
/// <param name="Forms">Whole forms, in normal form.</param>
/// <param name="Beginnings">«слов*».</param>
/// <param name="Endings">«*слово».</param>
/// <param name="Numbers">«#» and «#44-60»: whole numbers of a range, both ends included.</param>
internal sealed record WordSet(
    string Key, IReadOnlySet<string> Forms, IReadOnlyList<string> Beginnings, IReadOnlyList<string> Endings, IReadOnlyList<(int From, int To)> Numbers)
{
    /// <summary>How much text the shortest alternative pins down: longer words are rarer, so they are looked for first.</summary>
    public int Rarity => Forms.Concat(Beginnings).Concat(Endings).Select(form => form.Length).DefaultIfEmpty(1).Min();
}
