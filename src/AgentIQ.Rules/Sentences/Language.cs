using System.Globalization;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sentences;

/// <summary>What differs between the languages when rules are said in words. Its constructions leave titles and labels as they are.</summary>
internal abstract class Language
{
    /// <summary>A text or a phrase that is longer is cut: a sentence is an overview, the cell beside it is exact.</summary>
    private const int LongestQuotation = 80;

    private static readonly RussianLanguage Russian = new();

    private static readonly EnglishLanguage English = new();

    /// <summary>The same in both languages.</summary>
    public static LocalizedText Both(Func<Language, string> say) => new(say(Russian), say(English));

    public abstract string Yes { get; }

    public abstract string No { get; }

    /// <summary>What stands for a list without members.</summary>
    public abstract string Empty { get; }

    /// <summary>What stands for a missing value.</summary>
    public abstract string NoValue { get; }

    /// <summary>What stands for a person's words that are kept as a hash.</summary>
    public abstract string Hidden { get; }

    public abstract string And { get; }

    public abstract string Or { get; }

    protected abstract NumberFormatInfo Numbers { get; }

    /// <summary>What stands for any number in a phrase.</summary>
    protected abstract string AnyNumber { get; }

    /// <summary>What follows a phrase whose exceptions are left out.</summary>
    protected abstract string WithExceptions { get; }

    public abstract string Pick(LocalizedText text);

    /// <summary>The title of a field inside a sentence.</summary>
    public abstract string Title(FactField field);

    /// <summary>A length of time as people say it; <paramref name="afterComparison"/> asks for the case that follows "more than".</summary>
    public abstract string Duration(TimeSpan length, bool afterComparison = false);

    public abstract string Moment(DateTimeOffset moment);

    /// <summary>"and 12 more".</summary>
    public abstract string More(int count);

    /// <summary>One question as a clause.</summary>
    public abstract string Clause(Question question);

    /// <summary>Parts of which one must hold.</summary>
    public abstract string Either(IReadOnlyList<string> parts);

    /// <summary>The beginning of a counted list of conditions; its end follows from the count, so no brackets are needed.</summary>
    public abstract string Counted(int count, bool all);

    /// <summary>What separates two groups that must both hold.</summary>
    public abstract string AtTheSameTime { get; }

    /// <summary>A condition that always or never holds.</summary>
    public abstract string Constant(bool holds);

    public abstract string Says(string title, string value);

    public abstract string Nothing { get; }

    public abstract string IfThen(string condition, string outcome);

    public abstract string Otherwise(string outcome);

    public abstract string Always(string outcome);

    public string Number(decimal value) =>
        value.ToString(Math.Abs(value) < 10_000 ? "0.######" : "#,0.######", Numbers).Replace('-', '−');

    public string Quote(string text) => Quoted(text.Length <= LongestQuotation ? text : text[..(LongestQuotation - 1)].TrimEnd() + "…");

    /// <summary>A label among others: one that is a list itself («возврат или обмен») is quoted, so that one sees where it ends.</summary>
    public string Apart(FactField field, string label) => field.Type is FactType.Enum or FactType.Set && IsList(label) ? Quote(label) : label;

    /// <summary>Whether words hold separators of a list.</summary>
    public bool IsList(string words) =>
        words.Contains(", ", StringComparison.Ordinal) || words.Contains($" {And} ", StringComparison.Ordinal) || words.Contains($" {Or} ", StringComparison.Ordinal);

    /// <summary>"a, b and c".</summary>
    public string Join(IReadOnlyList<string> items, string last) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}";

    protected abstract string Quoted(string text);

    /// <summary>The values of a question, each in words.</summary>
    public IReadOnlyList<string> Values(Question question, bool afterComparison = false) =>
        [.. question.Values.Select(value => Apart(question.Field, ValueWords.Say(this, question.Field, value, afterComparison)))];

    /// <summary>Phrases in quotation marks, and whether every one of them is a single word.</summary>
    public (IReadOnlyList<string> Quoted, bool Words) Phrases(Question question)
    {
        var patterns = question.Values.Select(value => PatternWords.Of(value.ToString())).ToList();
        return (
            [.. patterns.Select(pattern => Quote(pattern.Words.Replace("#", AnyNumber, StringComparison.Ordinal)) + (pattern.Exceptions ? WithExceptions : ""))],
            patterns.TrueForAll(pattern => !pattern.Words.Contains(' ', StringComparison.Ordinal)));
    }

    /// <summary>The zone of a moment: a rule means the place where it was written.</summary>
    protected static string Offset(DateTimeOffset moment) =>
        moment.Offset == TimeSpan.Zero ? "UTC" : moment.ToString(moment.Offset.Minutes == 0 ? "'UTC'z" : "'UTC'zzz", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A column's head begins with a capital letter, a word inside a sentence does not; abbreviations stay.</summary>
    protected static string Lower(string title) =>
        title.Length > 1 && char.IsUpper(title[0]) && !char.IsUpper(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
