namespace AgentIQ.Rules.Sentences;

/// <summary>
/// Says a condition without brackets and yet unambiguously. Alternatives each begin with their own word («либо …, либо …») and come
/// last; what is nested deeper begins with the number of its parts («оба условия: …; …»), and a prefix with its count needs no end.
/// </summary>
internal static class ConditionWords
{
    public static string Say(Language language, Clauses clauses) => clauses switch
    {
        Clauses.Single single => language.Clause(single.Question),
        Clauses.Group { Parts.Count: 0 } empty => language.Constant(empty.All),
        Clauses.Group { All: true } all => All(language, all.Parts),
        Clauses.Group any => Either(language, any),
        _ => throw new ArgumentException($"Expected clauses, came {clauses.GetType().Name}.", nameof(clauses)),
    };

    private static string All(Language language, IReadOnlyList<Clauses> parts)
    {
        List<string> said = [.. parts.OfType<Clauses.Group>().Select(group => Either(language, group))];
        var simple = parts.OfType<Clauses.Single>().Select(single => language.Clause(single.Question)).ToList();
        var groups = string.Join($", {language.AtTheSameTime} ", said);
        return (simple.Count, said.Count) switch
        {
            (_, 0) => Together(language, simple),
            (0, _) => groups,
            _ => $"{Together(language, simple)}, {language.And} {groups}",
        };
    }

    private static string Either(Language language, Clauses.Group any) => language.Either([.. any.Parts.Select(part => Alternative(language, part))]);

    private static string Alternative(Language language, Clauses part) =>
        part is Clauses.Group { All: true } all && all.Parts.All(inner => inner is Clauses.Single)
            ? Together(language, [.. all.Parts.OfType<Clauses.Single>().Select(single => language.Clause(single.Question))])
            : Nested(language, part);

    private static string Nested(Language language, Clauses part)
    {
        if (part is not Clauses.Group group)
        {
            return Say(language, part);
        }

        var list = Shortened.Of([.. group.Parts.Select(inner => Nested(language, inner))]);
        return $"{language.Counted(group.Parts.Count, group.All)}: {string.Join("; ", list.Shown)}{(list.More > 0 ? $"; {language.More(list.More)}" : "")}";
    }

    // "A, B and C", but where a clause is a list itself the comma before "and" tells where it ends.
    private static string Together(Language language, IReadOnlyList<string> clauses) =>
        clauses.Any(language.IsList)
            ? string.Join($", {language.And} ", clauses)
            : language.Join(clauses, language.And);
}
