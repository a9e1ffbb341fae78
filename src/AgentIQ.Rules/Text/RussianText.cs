namespace AgentIQ.Rules.Text;

/// <summary>
/// A text prepared once for rules, intents and search: lower case, ё folded to е, invisible characters removed,
/// look-alike letters of the other alphabet unified inside a word, cut into tokens that know their place in the raw text.
/// Immutable to whoever uses it, and safe to share between threads.
/// </summary>
/// <remarks>
/// Word forms are not resolved here: a pattern is expanded to all its forms when it is compiled, which costs once per
/// pattern instead of once per word of every text. Prepared texts are found by <see cref="TextPattern"/> and <see cref="PhraseSet"/>.
/// </remarks>
public sealed class RussianText
{
    private readonly TextToken[] _tokens;
    private readonly char[] _forms;

    private RussianText(string raw, TextToken[] tokens, char[] forms) => (Raw, _tokens, _forms) = (raw, tokens, forms);

    /// <summary>The text of nothing.</summary>
    public static RussianText Empty { get; } = Prepare(string.Empty);

    /// <summary>The text as it was given.</summary>
    public string Raw { get; }

    /// <summary>What was last asked about the text. A race between threads costs a second look and nothing else.</summary>
    internal TextAnswers? LastAnswers { get; set; }

    /// <summary>Words, numbers and symbols in order.</summary>
    public ReadOnlySpan<TextToken> Tokens => _tokens;

    /// <summary>Prepares a text. Never fails, whatever the text holds.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="raw"/> is null.</exception>
    public static RussianText Prepare(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var (tokens, forms) = new Tokenizer(raw).Run();
        return new RussianText(raw, tokens, forms);
    }

    /// <summary>The normal form of one token.</summary>
    /// <param name="token">Index into <see cref="Tokens"/>.</param>
    public ReadOnlySpan<char> Form(int token) => _forms.AsSpan(_tokens[token].FormStart, _tokens[token].FormLength);

    /// <summary>The normal forms joined by single spaces: what a search index stores.</summary>
    public string ToNormalForm()
    {
        var words = new string[_tokens.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Form(i).ToString();
        }

        return string.Join(' ', words);
    }

    /// <summary>The range of the raw text from one token through another.</summary>
    public TextMatch RangeOf(int firstToken, int lastToken)
    {
        var last = _tokens[lastToken];
        return new TextMatch(_tokens[firstToken].Start, last.Start + last.Length - _tokens[firstToken].Start);
    }

    /// <inheritdoc/>
    public override string ToString() => Raw;
}
