using System.Globalization;
using System.Text;

namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <content>Numbers, texts, templates and regular expressions.</content>
internal sealed partial class Lexer
{
    /// <summary>Reads the regular expression that begins at that slash.</summary>
    public (string Pattern, string Flags) RegularExpression(int start)
    {
        _at = start + 1;
        var inClass = false;
        while (true)
        {
            if (_at >= _text.Length || SourceText.IsLineEnd(_text[_at]))
            {
                throw Error(start, "the regular expression is not closed: '/' is missing");
            }

            var c = _text[_at++];
            if (c == '\\' && _at < _text.Length && !SourceText.IsLineEnd(_text[_at]))
            {
                _at++;
            }
            else if (c == '[')
            {
                inClass = true;
            }
            else if (c == ']')
            {
                inClass = false;
            }
            else if (c == '/' && !inClass)
            {
                break;
            }
        }

        var pattern = _text[(start + 1)..(_at - 1)];
        var flags = _at;
        while (_at < _text.Length && IsNamePart(_text[_at], _at))
        {
            _at++;
        }

        return (pattern, _text[flags.._at]);
    }

    /// <summary>Reads a template's text up to its next value or its end. The reader stands behind the backtick or the closing brace.</summary>
    public (string Text, string Raw, bool IsLast) TemplateText(int start)
    {
        _at = start;
        var text = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length)
            {
                throw Error(start, "the template is not closed: '`' is missing");
            }

            var c = _text[_at];
            if (c == '`' || (c == '$' && _at + 1 < _text.Length && _text[_at + 1] == '{'))
            {
                var raw = _text[start.._at].ReplaceLineEndings("\n");
                _at += c == '`' ? 1 : 2;
                return (text.ToString(), raw, c == '`');
            }

            if (c == '\\')
            {
                Escape(text);
            }
            else if (c == '\r')
            {
                text.Append('\n');
                _at += _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 1;
            }
            else
            {
                text.Append(c);
                _at++;
            }
        }
    }

    private Token QuotedText(int start, bool newline)
    {
        var quote = _text[_at++];
        var text = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length || _text[_at] is '\n' or '\r')
            {
                throw Error(start, $"the text is not closed: {quote} is missing");
            }

            var c = _text[_at];
            if (c == quote)
            {
                _at++;
                return new Token(TokenKind.Text, text.ToString(), start, _at, newline);
            }

            if (c == '\\')
            {
                Escape(text);
            }
            else
            {
                text.Append(c);
                _at++;
            }
        }
    }

    private void Escape(StringBuilder text)
    {
        var start = _at++;
        if (_at >= _text.Length)
        {
            throw Error(start, "the text ends inside an escape");
        }

        var c = _text[_at++];
        switch (c)
        {
            case 'n': text.Append('\n'); break;
            case 't': text.Append('\t'); break;
            case 'r': text.Append('\r'); break;
            case 'b': text.Append('\b'); break;
            case 'v': text.Append('\v'); break;
            case 'f': text.Append('\f'); break;
            case '\r':
                _at += _at < _text.Length && _text[_at] == '\n' ? 1 : 0;
                break;
            case '\n' or '\u2028' or '\u2029':
                break;
            case 'x':
                text.Append((char)Hexadecimal(start, 2));
                break;
            case 'u':
                Unicode(text, start);
                break;
            case '0' when _at >= _text.Length || !char.IsAsciiDigit(_text[_at]):
                text.Append('\0');
                break;
            case >= '0' and <= '9':
                throw Error(start, "octal escapes are not supported; write \\x and two hexadecimal digits");
            default:
                text.Append(c);
                break;
        }
    }

    private void Unicode(StringBuilder text, int start)
    {
        if (_at < _text.Length && _text[_at] == '{')
        {
            var end = _text.IndexOf('}', _at);
            if (end < 0 || !int.TryParse(_text.AsSpan(_at + 1, end - _at - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) || point is < 0 or > 0x10FFFF)
            {
                throw Error(start, "expected a code point from 0 to 10FFFF in \\u{...}");
            }

            _at = end + 1;
            if (point is >= 0xD800 and <= 0xDFFF)
            {
                text.Append((char)point);
            }
            else
            {
                text.Append(char.ConvertFromUtf32(point));
            }
        }
        else
        {
            text.Append((char)Hexadecimal(start, 4));
        }
    }

    private int Hexadecimal(int start, int digits)
    {
        if (_at + digits > _text.Length || !int.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw Error(start, $"expected {digits} hexadecimal digits in the escape");
        }

        _at += digits;
        return value;
    }

    private Token Number(int start, bool newline)
    {
        var value = _text[_at] == '0' && _at + 1 < _text.Length
            ? char.ToLowerInvariant(_text[_at + 1]) switch
            {
                'x' => Radix(start, 16),
                'o' => Radix(start, 8),
                'b' => Radix(start, 2),
                (>= '0' and <= '9') or '_' => throw Error(start, "numbers do not begin with 0; write 0o17 for octal ones"),
                _ => Decimal(start),
            }
            : Decimal(start);
        if (_at < _text.Length && _text[_at] == 'n')
        {
            throw Error(start, "BigInt is not supported; write the number without 'n' (exact up to 9007199254740991)");
        }

        if (_at < _text.Length && IsNamePart(_text[_at], _at))
        {
            throw Error(_at, "unexpected character behind a number");
        }

        return new Token(TokenKind.Number, _text[start.._at], start, _at, newline, value);
    }

    private double Radix(int start, int radix)
    {
        _at += 2;
        var digits = Digits(radix);
        if (digits.Length == 0)
        {
            throw Error(start, "expected digits");
        }

        var value = 0.0;
        foreach (var digit in digits)
        {
            value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
        }

        return value;
    }

    private double Decimal(int start)
    {
        var digits = new StringBuilder(Digits(10));
        if (_at < _text.Length && _text[_at] == '.')
        {
            _at++;
            digits.Append('.').Append(Digits(10)).Append('0');
        }

        if (_at < _text.Length && _text[_at] is 'e' or 'E')
        {
            _at++;
            digits.Append('e');
            if (_at < _text.Length && _text[_at] is '+' or '-')
            {
                digits.Append(_text[_at++]);
            }

            var exponent = Digits(10);
            if (exponent.Length == 0)
            {
                throw Error(start, "expected digits in the exponent");
            }

            digits.Append(exponent);
        }

        return double.Parse(digits.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private string Digits(int radix)
    {
        var start = _at;
        while (_at < _text.Length && (IsDigit(_text[_at], radix) || _text[_at] == '_'))
        {
            if (_text[_at] == '_' && (_at == start || _text[_at - 1] == '_' || _at + 1 >= _text.Length || !IsDigit(_text[_at + 1], radix)))
            {
                throw Error(_at, "a separator stands between two digits of a number");
            }

            _at++;
        }

        return _text[start.._at].Replace("_", string.Empty, StringComparison.Ordinal);
    }

    private static bool IsDigit(char c, int radix) => radix switch
    {
        16 => char.IsAsciiHexDigit(c),
        10 => char.IsAsciiDigit(c),
        8 => c is >= '0' and <= '7',
        _ => c is '0' or '1',
    };
}
