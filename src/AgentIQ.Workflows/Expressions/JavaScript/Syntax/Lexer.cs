using System.Globalization;

namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <summary>
/// Cuts a script into tokens, one at a time: whether a slash divides or begins a regular expression is known to the parser alone.
/// </summary>
internal sealed partial class Lexer(SourceText source)
{
    private static readonly string[] Punctuators =
    [
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=",
        "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**",
        "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=", ".",
    ];

    private static readonly string[][] ByFirst = Group();
    private readonly string _text = source.Text;
    private int _at;

    public SourceText Source { get; } = source;

    public Token Next()
    {
        var newline = SkipBlanks();
        if (_at >= _text.Length)
        {
            return new Token(TokenKind.End, "the end", _at, _at, newline);
        }

        var start = _at;
        var c = _text[_at];
        if (IsNameStart(c, _at) || c == '\\')
        {
            return Name(start, newline);
        }

        if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1])))
        {
            return Number(start, newline);
        }

        switch (c)
        {
            case '"' or '\'':
                return QuotedText(start, newline);
            case '`':
                return new Token(TokenKind.Template, "`", start, ++_at, newline);
            case '#':
                throw Error(start, "private members ('#name') are not supported; use a plain name");
            case '@':
                throw Error(start, "decorators are not supported");
        }

        foreach (var punctuator in c < 128 ? ByFirst[c] : [])
        {
            if (string.CompareOrdinal(_text, start, punctuator, 0, punctuator.Length) == 0 && !IsConditionalBeforeNumber(punctuator))
            {
                _at += punctuator.Length;
                return new Token(TokenKind.Punctuator, punctuator, start, _at, newline);
            }
        }

        throw Error(start, $"unexpected character '{c}'");
    }

    public JavaScriptSyntaxException Error(int offset, string message) => Source.Error(offset, message);

    /// <summary><c>a ?.5 : b</c> is a conditional.</summary>
    private bool IsConditionalBeforeNumber(string punctuator) => punctuator == "?." && _at + 2 < _text.Length && char.IsAsciiDigit(_text[_at + 2]);

    private bool SkipBlanks()
    {
        var newline = false;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (SourceText.IsLineEnd(c))
            {
                newline = true;
                _at++;
            }
            else if (c is ' ' or '\t' or '\v' or '\f' or '\uFEFF' || (c >= 128 && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator))
            {
                _at++;
            }
            else if (c == '/' && _at + 1 < _text.Length && _text[_at + 1] == '/')
            {
                while (_at < _text.Length && !SourceText.IsLineEnd(_text[_at]))
                {
                    _at++;
                }
            }
            else if (c == '/' && _at + 1 < _text.Length && _text[_at + 1] == '*')
            {
                var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    throw Error(_at, "the comment is not closed: '*/' is missing");
                }

                newline |= _text.AsSpan(_at, end - _at).ContainsAny("\n\r\u2028\u2029");
                _at = end + 2;
            }
            else
            {
                break;
            }
        }

        return newline || _at == 0;
    }

    private Token Name(int start, bool newline)
    {
        while (_at < _text.Length && IsNamePart(_text[_at], _at))
        {
            _at += char.IsHighSurrogate(_text[_at]) && _at + 1 < _text.Length ? 2 : 1;
        }

        if (_at < _text.Length && _text[_at] == '\\')
        {
            throw Error(_at, "escapes in names are not supported; write the character itself");
        }

        return new Token(TokenKind.Name, _text[start.._at], start, _at, newline);
    }

    private bool IsNameStart(char c, int at) => char.IsAsciiLetter(c) || c is '$' or '_' || (c >= 128 && CharUnicodeInfo.GetUnicodeCategory(_text, at) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber);

    private bool IsNamePart(char c, int at) => IsNameStart(c, at) || char.IsAsciiDigit(c) || (c >= 128 && (c is '\u200C' or '\u200D' || CharUnicodeInfo.GetUnicodeCategory(_text, at) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation));

    private static string[][] Group()
    {
        var byFirst = new string[128][];
        for (var c = 0; c < byFirst.Length; c++)
        {
            byFirst[c] = [.. Punctuators.Where(p => p[0] == c)];
        }

        return byFirst;
    }
}
