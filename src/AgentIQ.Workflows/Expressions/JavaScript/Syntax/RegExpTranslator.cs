using System.Globalization;
using System.Text;

namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <summary>Writes one regular expression in .NET's notation, with JavaScript's meaning: \d, \w and \b are ASCII, $ is the very end.</summary>
internal sealed class RegExpTranslator
{
    private const string LineEnds = @"\n\r\u2028\u2029";
    private const string Word = "a-zA-Z0-9_";

    private readonly string _pattern;
    private readonly string _flags;
    private readonly StringBuilder _out = new();
    private readonly List<string?> _names = [null];
    private int _at;
    private int _group;

    public RegExpTranslator(string pattern, string flags)
    {
        _pattern = pattern;
        _flags = flags;
        CountGroups();
    }

    public string?[] Names => [.. _names];

    private bool IsUnicode => _flags.Contains('u');

    public string Translate()
    {
        while (_at < _pattern.Length)
        {
            var c = _pattern[_at++];
            switch (c)
            {
                case '\\':
                    Escape();
                    break;
                case '[':
                    Class();
                    break;
                case '(':
                    Group();
                    break;
                case '.':
                    _out.Append(_flags.Contains('s') ? @"[\s\S]" : $"[^{LineEnds}]");
                    break;
                case '^':
                    _out.Append(_flags.Contains('m') ? $"(?<![^{LineEnds}])" : @"\A");
                    break;
                case '$':
                    _out.Append(_flags.Contains('m') ? $"(?![^{LineEnds}])" : @"\z");
                    break;
                case '{' when !IsQuantifier():
                    _out.Append(@"\{");
                    break;
                case '{':
                    var end = _pattern.IndexOf('}', _at);
                    _out.Append(_pattern, _at - 1, end - _at + 2);
                    _at = end + 1;
                    break;
                case '}' or ']':
                    _out.Append('\\').Append(c);
                    break;
                case '#' or ' ':
                    _out.Append('\\').Append(c);
                    break;
                default:
                    Character(c);
                    break;
            }
        }

        return _out.ToString();
    }

    private void Character(char c)
    {
        if (char.IsHighSurrogate(c) && IsUnicode && _at < _pattern.Length)
        {
            _out.Append("(?:").Append(c).Append(_pattern[_at++]).Append(')');
        }
        else
        {
            _out.Append(c);
        }
    }

    private bool IsQuantifier()
    {
        var i = _at;
        while (i < _pattern.Length && (char.IsAsciiDigit(_pattern[i]) || (_pattern[i] == ',' && i > _at)))
        {
            i++;
        }

        return i > _at && i < _pattern.Length && _pattern[i] == '}';
    }

    private void CountGroups()
    {
        var inClass = false;
        for (var i = 0; i < _pattern.Length; i++)
        {
            switch (_pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass && (i + 1 >= _pattern.Length || _pattern[i + 1] != '?'):
                    _names.Add(null);
                    break;
                case '(' when !inClass && IsNamed(i + 1):
                    var end = _pattern.IndexOf('>', i);
                    _names.Add(end < 0 ? throw new FormatException("a group's name in the regular expression is not closed: '>' is missing") : _pattern[(i + 3)..end]);
                    break;
            }
        }
    }

    private bool IsNamed(int at) => at + 2 < _pattern.Length && _pattern[at] == '?' && _pattern[at + 1] == '<' && _pattern[at + 2] is not ('=' or '!');

    private void Group()
    {
        if (_at >= _pattern.Length || _pattern[_at] != '?')
        {
            _out.Append(CultureInfo.InvariantCulture, $"(?<{++_group}>");
            return;
        }

        if (IsNamed(_at))
        {
            _out.Append(CultureInfo.InvariantCulture, $"(?<{++_group}>");
            _at = _pattern.IndexOf('>', _at) + 1;
            return;
        }

        foreach (var kind in new[] { "?:", "?=", "?!", "?<=", "?<!" })
        {
            if (string.CompareOrdinal(_pattern, _at, kind, 0, kind.Length) == 0)
            {
                _out.Append('(').Append(kind);
                _at += kind.Length;
                return;
            }
        }

        throw new FormatException("the regular expression has an unknown group: expected (?:, (?=, (?!, (?<=, (?<! or (?<name>");
    }

    private void Escape()
    {
        if (_at >= _pattern.Length)
        {
            throw new FormatException("the regular expression ends with a backslash");
        }

        var c = _pattern[_at++];
        switch (c)
        {
            case 'b':
                _out.Append(CultureInfo.InvariantCulture, $"(?:(?<=[{Word}])(?![{Word}])|(?<![{Word}])(?=[{Word}]))");
                break;
            case 'B':
                _out.Append(CultureInfo.InvariantCulture, $"(?:(?<=[{Word}])(?=[{Word}])|(?<![{Word}])(?![{Word}]))");
                break;
            case 'k' when _names.Exists(n => n is not null):
                Reference(NamedReference());
                break;
            case >= '1' and <= '9':
                _at--;
                var start = _at;
                while (_at < _pattern.Length && char.IsAsciiDigit(_pattern[_at]) && _at - start < 3)
                {
                    _at++;
                }

                Reference(int.Parse(_pattern.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture));
                break;
            default:
                var set = Set(c);
                _out.Append(set is null ? Single(c) : set.StartsWith(@"\P", StringComparison.Ordinal) || set.StartsWith(@"\p", StringComparison.Ordinal) ? set : $"[{set}]");
                break;
        }
    }

    private int NamedReference()
    {
        var end = _pattern.IndexOf('>', _at);
        var number = end > _at && _pattern[_at] == '<' ? _names.IndexOf(_pattern[(_at + 1)..end]) : -1;
        _at = end + 1;
        return number > 0 ? number : throw new FormatException("the regular expression refers to a group that it does not have");
    }

    /// <summary>To a group that took no part, JavaScript's reference matches nothing; .NET's fails.</summary>
    private void Reference(int group)
    {
        if (group >= _names.Count)
        {
            throw new FormatException($"the regular expression refers to group {group}, but has {_names.Count - 1}");
        }

        _out.Append(CultureInfo.InvariantCulture, $"(?({group})\\k<{group}>)");
    }

    /// <summary>What a class escape stands for, as the inside of brackets; null when it is a single character.</summary>
    private string? Set(char c) => c switch
    {
        'd' => "0-9",
        'D' => @"\x00-\x2F\x3A-\uFFFF",
        'w' => Word,
        'W' => @"\x00-\x2F\x3A-\x40\x5B-\x5E\x60\x7B-\uFFFF",
        's' => @"\s\uFEFF",
        'S' => @"\x00-\x08\x0E-\x1F\x21-\x9F\xA1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uFEFE\uFF00-\uFFFF",
        'p' or 'P' when IsUnicode => Property(c),
        _ => null,
    };

    private string Property(char c)
    {
        var end = _pattern.IndexOf('}', _at);
        if (_at >= _pattern.Length || _pattern[_at] != '{' || end < 0)
        {
            throw new FormatException("expected \\p{...} in the regular expression");
        }

        var name = _pattern[(_at + 1)..end];
        _at = end + 1;
        var category = name switch
        {
            "L" or "Letter" => "L",
            "Lu" or "Uppercase_Letter" or "Lu=Uppercase" => "Lu",
            "Ll" or "Lowercase_Letter" => "Ll",
            "N" or "Number" => "N",
            "Nd" or "Decimal_Number" => "Nd",
            "P" or "Punctuation" => "P",
            "S" or "Symbol" => "S",
            "Z" or "Separator" => "Z",
            "M" or "Mark" => "M",
            "Script=Cyrillic" or "sc=Cyrillic" => "IsCyrillic",
            "Script=Greek" or "sc=Greek" => "IsGreek",
            _ => throw new FormatException($"\\p{{{name}}} is not supported in regular expressions; use L, Lu, Ll, N, Nd, P, S, Z, M, Script=Cyrillic or Script=Greek"),
        };
        return $"\\{c}{{{category}}}";
    }

    /// <summary>A single character, safe inside and outside of brackets.</summary>
    private string Single(char c)
    {
        switch (c)
        {
            case 't' or 'n' or 'v' or 'f' or 'r':
                return "\\" + c;
            case '0':
                return @"\x00";
            case 'x' when Hexadecimal(2) is { } code:
                return code;
            case 'u' when _at < _pattern.Length && _pattern[_at] == '{' && IsUnicode:
                var end = _pattern.IndexOf('}', _at);
                if (end < 0 || !int.TryParse(_pattern.AsSpan(_at + 1, end - _at - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) || point > 0xFFFF)
                {
                    throw new FormatException("expected a code point up to FFFF in \\u{...} of the regular expression");
                }

                _at = end + 1;
                return $"\\u{point:X4}";
            case 'u' when Hexadecimal(4) is { } code:
                return code;
            case 'c' when _at < _pattern.Length && char.IsAsciiLetter(_pattern[_at]):
                return $"\\x{_pattern[_at++] % 32:X2}";
            default:
                return c < 128 && !char.IsAsciiLetterOrDigit(c) && c != '_' ? "\\" + c : c.ToString();
        }
    }

    private string? Hexadecimal(int digits)
    {
        if (_at + digits > _pattern.Length || !int.TryParse(_pattern.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        _at += digits;
        return $"\\u{code:X4}";
    }

    private void Class()
    {
        var isNegated = _at < _pattern.Length && _pattern[_at] == '^';
        _at += isNegated ? 1 : 0;
        var inside = new StringBuilder();
        var previousIsSet = true;
        while (_at < _pattern.Length && _pattern[_at] != ']')
        {
            var c = _pattern[_at++];
            if (c == '\\' && _at < _pattern.Length)
            {
                c = _pattern[_at++];
                var set = c == 'b' ? @"\x08" : Set(c);
                inside.Append(set ?? Single(c));
                previousIsSet = set is not null && c != 'b';
            }
            else if (c == '-')
            {
                var nextIsSet = _at >= _pattern.Length || _pattern[_at] == ']' || (_pattern[_at] == '\\' && _at + 1 < _pattern.Length && "dDwWsSpP".Contains(_pattern[_at + 1]));
                inside.Append(previousIsSet || nextIsSet ? @"\-" : "-");
                previousIsSet = true;
            }
            else
            {
                if (char.IsSurrogate(c) && IsUnicode)
                {
                    throw new FormatException("a character outside the basic plane (such as an emoji) is not supported in [...]; use (?:a|b)");
                }

                inside.Append(c is '[' or '^' ? "\\" + c : c.ToString());
                previousIsSet = false;
            }
        }

        if (_at >= _pattern.Length)
        {
            throw new FormatException("the regular expression has a class that is not closed: ']' is missing");
        }

        _at++;
        _out.Append(inside.Length > 0 ? $"[{(isNegated ? "^" : string.Empty)}{inside}]" : isNegated ? @"[\s\S]" : "(?!)");
    }
}
