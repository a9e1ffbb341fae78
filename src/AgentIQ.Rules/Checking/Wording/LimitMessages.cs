using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Wording;

/// <summary>What the checker says about what it could not prove.</summary>
internal static class LimitMessages
{
    public static LocalizedText Branching(IReadOnlyList<string> rows)
    {
        var names = Quoted.Names(rows);
        return new LocalizedText(
            $"Условия слишком ветвятся, чтобы сравнить их с другими: {(rows.Count == 1 ? "строка" : "строки")} {names.Ru}. Разбейте строку на несколько простых, и проверка будет полной.",
            $"The conditions branch too much to be compared with others: {(rows.Count == 1 ? "row" : "rows")} {names.En}. Split the row into simpler ones, and the check will be complete.");
    }

    public static LocalizedText Coverage(IReadOnlyList<string> rows)
    {
        var names = Quoted.Names(rows);
        return new LocalizedText(
            $"Не удалось проверить до конца, решают ли когда-нибудь строки {names.Ru}: таблица слишком велика или условия слишком сложны. Проверьте их примерами.",
            $"It could not be proved whether {names.En} ever decide: the table is too large or its conditions are too complex. Try them with examples.");
    }

    public static LocalizedText Overlaps(IReadOnlyList<string> rows)
    {
        var names = Quoted.Names(rows);
        return new LocalizedText(
            $"Не удалось выяснить, могут ли подойти вместе с другими строки {names.Ru}: примера не нашлось, но и обратное не доказано. Проверьте их примерами.",
            $"It could not be found out whether {names.En} may apply together with other rows: no example was found, and the opposite is not proved. Try them with examples.");
    }

    public static LocalizedText MoreOverlaps(int reported) => new(
        $"Показаны первые {reported} пар строк, которые подходят вместе; есть и другие. Исправьте эти и проверьте снова.",
        $"The first {reported} pairs of rows that apply together are shown; there are more. Correct these and check again.");

    public static LocalizedText Gaps(string table) => new(
        $"Не удалось выяснить, есть ли в таблице «{table}» случаи, которых не решает ни одна строка. Если это важно, добавьте последней строку без условий.",
        $"It could not be found out whether the table \"{table}\" leaves cases that no row decides. If that matters, add a last row without conditions.");
}
