using System.Globalization;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Checking.Wording;

/// <summary>Names fields, values and rows in a finding as people call them.</summary>
internal static class Quoted
{
    /// <summary>More rows than this are counted and not listed.</summary>
    private const int MostNames = 8;

    public static LocalizedText Field(FactField field) => new($"«{field.Title.Ru}»", $"\"{field.Title.En}\"");

    public static LocalizedText Fields(IEnumerable<FactField> fields)
    {
        List<LocalizedText> titles = [.. fields.Distinct().Select(Field)];
        return new LocalizedText(Joined(titles.Select(title => title.Ru), "и"), Joined(titles.Select(title => title.En), "and"));
    }

    /// <summary>Rows, or values as they are written.</summary>
    public static LocalizedText Names(IReadOnlyList<string> names) => Labels([.. names.Select(Same)]);

    public static LocalizedText Labels(IReadOnlyList<LocalizedText> labels)
    {
        var more = labels.Count - MostNames;
        return more > 0
            ? new LocalizedText(
                $"{string.Join(", ", labels.Take(MostNames).Select(label => $"«{label.Ru}»"))} и ещё {more}",
                $"{string.Join(", ", labels.Take(MostNames).Select(label => $"\"{label.En}\""))} and {more} more")
            : new LocalizedText(Joined(labels.Select(label => $"«{label.Ru}»"), "и"), Joined(labels.Select(label => $"\"{label.En}\""), "and"));
    }

    /// <summary>Facts in a line: «Канал — отзыв, оценка — 3».</summary>
    public static LocalizedText Facts(FactValues facts)
    {
        List<(LocalizedText Title, LocalizedText Value)> known =
        [
            .. facts.Catalogue.Fields.Index().Where(pair => facts.Known(pair.Index))
                .Select(pair => (pair.Item.Title, Value(pair.Item, facts.Number(pair.Index), facts.Reference(pair.Index)))),
        ];
        return known.Count == 0
            ? new LocalizedText("не известно ничего", "nothing is known")
            : new LocalizedText(
                string.Join(", ", known.Select(fact => $"{fact.Title.Ru} — {fact.Value.Ru}")),
                string.Join(", ", known.Select(fact => $"{fact.Title.En}: {fact.Value.En}")));
    }

    /// <summary>A value as people read it.</summary>
    public static LocalizedText Value(FactField field, long number, object? reference) => field.Type switch
    {
        FactType.Bool => number != 0 ? new("да", "yes") : new("нет", "no"),
        FactType.Enum => field.LabelOf(field.Values[(int)number]),
        FactType.Set => Members(field, number),
        FactType.Duration => Same(DurationText.Format(TimeSpan.FromTicks(number))),
        FactType.Instant => Same(new DateTimeOffset(number, TimeSpan.Zero).ToString("u", CultureInfo.InvariantCulture)),
        FactType.Decimal => Same(ScaledDecimal.Unscale(number).ToString(CultureInfo.InvariantCulture)),
        FactType.Int => Same(number.ToString(CultureInfo.InvariantCulture)),
        FactType.Localized => (LocalizedText)reference!,
        _ => reference is RussianText { Raw: var raw } ? new($"«{raw}»", $"\"{raw}\"") : new($"«{reference}»", $"\"{reference}\""),
    };

    /// <summary>What a question compares with, as it was written and short enough for a message.</summary>
    public static string Written(FieldCondition question)
    {
        var written = question.Written.ReplaceLineEndings(" ");
        return $"{OperatorTable.WordOf(question.Operator)} {(written.Length <= 60 ? written : string.Concat(written.AsSpan(0, 57), "..."))}";
    }

    private static LocalizedText Members(FactField field, long bits)
    {
        List<LocalizedText> labels = [.. field.Values.Where((_, place) => (bits >> place & 1) != 0).Select(field.LabelOf)];
        return labels.Count == 0
            ? new LocalizedText("ничего", "none")
            : new LocalizedText(Joined(labels.Select(label => label.Ru), "и"), Joined(labels.Select(label => label.En), "and"));
    }

    private static LocalizedText Same(string text) => new(text, text);

    private static string Joined(IEnumerable<string> words, string and)
    {
        List<string> all = [.. words];
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} {and} {all[^1]}";
    }
}
