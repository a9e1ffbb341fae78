using AgentIQ.Rules.Text.Patterns;

namespace AgentIQ.Rules.Text;

/// <summary>A phrase to look for in Russian text, written as a short string and compiled once. Immutable.</summary>
/// <remarks>
/// <list type="table">
/// <item><term><c>возврат</c></term><description>the word in any form, any case, ё or е; whole words only</description></item>
/// <item><term><c>=вернем</c></term><description>exactly this form; Latin words and numbers are always exact</description></item>
/// <item><term><c>гарант*</c>, <c>*gpt</c></term><description>words that begin or end so</description></item>
/// <item><term><c>#</c>, <c>#44-60</c></term><description>any whole number, or one of a range</description></item>
/// <item><term><c>бот|нейросеть</c>, <c>(бот | нейросеть)</c></term><description>one of these words; brackets allow spaces</description></item>
/// <item><term><c>не работать</c></term><description>words one after another, whatever white space or punctuation is between them</description></item>
/// <item><term><c>вернуть [..2] деньги</c></term><description>up to two other words between</description></item>
/// <item><term><c>мы? виноваты</c></term><description>the word may be missing</description></item>
/// <item><term><c>~ полный [..1] возврат</c></term><description>two or three words in any order</description></item>
/// <item><term><c>брак !&lt;2(без|нет) !&gt;2(исключить)</c></term><description>unless one of these words stands within two words before, or after</description></item>
/// </list>
/// A phrase never reaches over the end of a sentence. A Russian word without <c>=</c> or <c>*</c> must be in the dictionary, so a
/// misspelled pattern is an error when it is read and not a rule that never fires.
/// </remarks>
public sealed class TextPattern
{
    private PhraseSet? _alone;

    private static readonly Compiled<TextPattern> Known = new(pattern => new TextPattern(pattern, new PatternParser(pattern).Parse()));

    private TextPattern(string source, IReadOnlyList<Sequence> sequences) => (Source, Sequences) = (source, sequences);

    /// <summary>The pattern as it was written.</summary>
    public string Source { get; }

    internal IReadOnlyList<Sequence> Sequences { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="FormatException">The pattern cannot be read; the message says where and what to write.</exception>
    public static TextPattern Parse(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Known.Of(pattern);
    }

    /// <summary>The first place where the pattern stands, or null.</summary>
    public TextMatch? Find(RussianText text) => FindAll(text) is [var first, ..] ? first : null;

    /// <summary>Every place where the pattern stands, from the start of the text.</summary>
    public IReadOnlyList<TextMatch> FindAll(RussianText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _alone ??= PhraseSet.Of([this]);
        var found = _alone.Scan(text);
        return [.. found.Select(match => text.RangeOf(match.FirstToken, match.LastToken)).Distinct().OrderBy(match => match.Start)];
    }

    /// <inheritdoc/>
    public override string ToString() => Source;
}
