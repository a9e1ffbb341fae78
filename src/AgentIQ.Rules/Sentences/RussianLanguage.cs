using System.Globalization;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sentences;

/// <summary>
/// Russian. Titles and labels stay in the nominative, and no verb or adjective has to agree with them: «канал — отзыв», «есть»,
/// «не меньше». Only the words that stand here are declined.
/// </summary>
internal sealed class RussianLanguage : Language
{
    public override string Yes => "да";

    public override string No => "нет";

    public override string Empty => "нет";

    public override string NoValue => "нет значения";

    public override string Hidden => "скрыто";

    public override string And => "и";

    public override string Or => "или";

    public override string AtTheSameTime => "и при этом";

    public override string Nothing => "ничего не решается";

    protected override string AnyNumber => "число";

    protected override string WithExceptions => " с оговорками";

    protected override NumberFormatInfo Numbers { get; } = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "\u00a0" };

    public override string Pick(LocalizedText text) => text.Ru;

    public override string Title(FactField field) => Lower(field.Title.Ru);

    public override string Duration(TimeSpan length, bool afterComparison = false) =>
        (length < TimeSpan.Zero ? "−" : "") + string.Join(' ', DurationParts.Of(length).Select(part => $"{Number(part.Count)} {Unit(part.Part, part.Count, afterComparison)}"));

    public override string Moment(DateTimeOffset moment) =>
        moment.ToString(moment.Second == 0 ? "dd.MM.yyyy HH:mm" : "dd.MM.yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " " + Offset(moment);

    public override string More(int count) => $"и ещё {count}";

    public override string Clause(Question question) => RussianClauses.Say(this, question);

    public override string Either(IReadOnlyList<string> parts)
    {
        var shortened = Shortened.Of(parts);
        var said = string.Join(", ", shortened.Shown.Select(part => $"либо {part}"));
        return shortened.More == 0 ? said : $"{said}, либо любое из ещё {shortened.More} {RussianPlural.Of(shortened.More, "условия", "условий", "условий")}";
    }

    public override string Counted(int count, bool all) => (all, count) switch
    {
        (true, 2) => "оба условия",
        (true, _) => $"все {count} {RussianPlural.Of(count, "условие", "условия", "условий")}",
        _ => $"хотя бы одно из {count} {RussianPlural.Of(count, "условия", "условий", "условий")}",
    };

    public override string Constant(bool holds) => holds ? "в любом случае" : "ни в каком случае";

    public override string Says(string title, string value) => $"{title} — {value}";

    public override string IfThen(string condition, string outcome) => $"Если {condition}, то {outcome}.";

    public override string Otherwise(string outcome) => $"Во всех остальных случаях {outcome}.";

    public override string Always(string outcome) => $"Всегда: {outcome}.";

    protected override string Quoted(string text) => $"«{text}»";

    private static string Unit(TimePart part, decimal count, bool genitive) => part switch
    {
        TimePart.Day when genitive => RussianPlural.Of(count, "дня", "дней", "дней"),
        TimePart.Day => RussianPlural.Of(count, "день", "дня", "дней"),
        TimePart.Hour => "ч",
        TimePart.Minute => "мин",
        _ => "сек",
    };
}
