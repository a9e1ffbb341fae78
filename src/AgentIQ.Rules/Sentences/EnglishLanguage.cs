using System.Globalization;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sentences;

/// <summary>English. Titles are taken as singular nouns: "the channel is review".</summary>
internal sealed class EnglishLanguage : Language
{
    private static readonly string[] Articles = ["the ", "a ", "an "];

    public override string Yes => "yes";

    public override string No => "no";

    public override string Empty => "none";

    public override string NoValue => "no value";

    public override string Hidden => "hidden";

    public override string And => "and";

    public override string Or => "or";

    public override string AtTheSameTime => "and at the same time";

    public override string Nothing => "nothing is decided";

    protected override string AnyNumber => "a number";

    protected override string WithExceptions => " with exceptions";

    protected override NumberFormatInfo Numbers => NumberFormatInfo.InvariantInfo;

    public override string Pick(LocalizedText text) => text.En;

    public override string Title(FactField field)
    {
        var title = Lower(field.Title.En);
        return Array.Exists(Articles, article => title.StartsWith(article, StringComparison.Ordinal)) ? title : $"the {title}";
    }

    public override string Duration(TimeSpan length, bool afterComparison = false) =>
        (length < TimeSpan.Zero ? "−" : "") + string.Join(' ', DurationParts.Of(length).Select(part => $"{Number(part.Count)} {Unit(part.Part, part.Count)}"));

    public override string Moment(DateTimeOffset moment) =>
        moment.ToString(moment.Second == 0 ? "d MMM yyyy HH:mm" : "d MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " " + Offset(moment);

    public override string More(int count) => $"and {count} more";

    public override string Clause(Question question) => EnglishClauses.Say(this, question);

    public override string Either(IReadOnlyList<string> parts)
    {
        var shortened = Shortened.Of(parts);
        var said = $"either {string.Join(", or ", shortened.Shown)}";
        return shortened.More == 0 ? said : $"{said}, or any of {shortened.More} more conditions";
    }

    public override string Counted(int count, bool all) => (all, count) switch
    {
        (true, 2) => "both conditions",
        (true, _) => $"all {count} conditions",
        _ => $"at least one of {count} conditions",
    };

    public override string Constant(bool holds) => holds ? "in any case" : "in no case";

    public override string Says(string title, string value) => $"{title} is {value}";

    public override string IfThen(string condition, string outcome) => $"If {condition}, then {outcome}.";

    public override string Otherwise(string outcome) => $"In all other cases {outcome}.";

    public override string Always(string outcome) => $"Always: {outcome}.";

    protected override string Quoted(string text) => $"“{text}”";

    private static string Unit(TimePart part, decimal count) => part switch
    {
        TimePart.Day => count == 1 ? "day" : "days",
        TimePart.Hour => "h",
        TimePart.Minute => "min",
        _ => "s",
    };
}
