using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Comparison;

/// <summary>How changes name what they are about.</summary>
internal static class Names
{
    private const int Longest = 60;

    public static LocalizedText Of(TableRow row) => Kind("Строка", "Row", First(row.Description));

    public static LocalizedText Of(DecisionTable table) => Kind("Таблица", "Table", table.Title);

    public static LocalizedText Of(FactField output) => Language.Both(language => language.Title(output));

    /// <summary>A text that is the same in both languages.</summary>
    public static LocalizedText Same(string text) => new(text, text);

    public static LocalizedText With(LocalizedText subject, string ru, string en) => new($"{subject.Ru}{ru}", $"{subject.En}{en}");

    private static LocalizedText Kind(string ru, string en, LocalizedText name) => new($"{ru} «{name.Ru}»", $"{en} “{name.En}”");

    // A description is a whole reason; its first sentence is enough to know the row by.
    private static LocalizedText First(LocalizedText description) => new(First(description.Ru), First(description.En));

    private static string First(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        var sentence = (end < 0 ? text : text[..end]).TrimEnd('.');
        return sentence.Length <= Longest ? sentence : sentence[..(Longest - 1)].TrimEnd() + "…";
    }
}
