using System.Buffers;

namespace AgentIQ.Rules.Text;

/// <summary>Cuts a raw text into tokens in one pass and writes their normal forms into one buffer.</summary>
internal ref struct Tokenizer(string raw)
{
    private readonly string _raw = raw;
    private readonly char[] _forms = new char[raw.Length];
    private TextToken[] _tokens = ArrayPool<TextToken>.Shared.Rent(Math.Max(16, raw.Length / 4));
    private int _count;
    private int _written;
    private int _sentence;
    private bool _lettersBesideDigits;
    private int _loneLetters;
    private bool _spelledOut;

    public (TextToken[] Tokens, char[] Forms) Run()
    {
        var at = 0;
        while (at < _raw.Length)
        {
            at = CharacterTable.KindOf(_raw[at]) switch
            {
                CharacterKind.Cyrillic or CharacterKind.Latin => Word(at),
                CharacterKind.Digit => Number(at),
                CharacterKind.Symbol => Symbol(at, 1),
                CharacterKind.HighSurrogate when at + 1 < _raw.Length => Symbol(at, 2),
                CharacterKind.SentenceEnd => EndSentence(at),
                CharacterKind.LineEnd => EndLine(at),
                _ => at + 1,
            };
        }

        var tokens = _tokens.AsSpan(0, _count).ToArray();
        ArrayPool<TextToken>.Shared.Return(_tokens);
        return (_lettersBesideDigits || _spelledOut ? Disguise.Lift(_raw, tokens, _forms) : tokens, _forms);
    }

    private int Word(int start)
    {
        var formStart = _written;
        var end = start;
        var kinds = 0;
        var at = start;
        for (; at < _raw.Length; at++)
        {
            var kind = CharacterTable.KindOf(_raw[at]);
            if (kind is CharacterKind.Cyrillic or CharacterKind.Latin)
            {
                kinds |= 1 << (int)kind;
                _forms[_written++] = CharacterTable.FoldOf(_raw[at]);
                end = at + 1;
            }
            else if (kind == CharacterKind.Invisible)
            {
                // и with a breve is й written in two code points.
                if (_raw[at] == '\u0306' && _forms[_written - 1] == 'и')
                {
                    _forms[_written - 1] = 'й';
                    end = at + 1;
                }
            }
            else
            {
                _lettersBesideDigits |= kind == CharacterKind.Digit;
                break;
            }
        }

        if (kinds == (1 << (int)CharacterKind.Cyrillic | 1 << (int)CharacterKind.Latin))
        {
            LookAlikes.Unify(_forms.AsSpan(formStart, _written - formStart));
        }

        _loneLetters = _written - formStart == 1 ? _loneLetters + 1 : 0;
        _spelledOut |= _loneLetters >= 3;
        Add(start, end - start, formStart);
        return at;
    }

    private int Number(int start)
    {
        var formStart = _written;
        var at = start;
        while (at < _raw.Length && CharacterTable.KindOf(_raw[at]) == CharacterKind.Digit)
        {
            _forms[_written++] = CharacterTable.FoldOf(_raw[at++]);
        }

        _lettersBesideDigits |= at < _raw.Length && CharacterTable.KindOf(_raw[at]) == CharacterKind.Cyrillic;
        Add(start, at - start, formStart);
        return at;
    }

    private int Symbol(int start, int length)
    {
        var formStart = _written;
        _raw.AsSpan(start, length).CopyTo(_forms.AsSpan(_written));
        _written += length;
        Add(start, length, formStart);
        return start + length;
    }

    private int EndSentence(int at)
    {
        // A full stop after one letter belongs to an abbreviation («т. е.») or to letters spelled out («б.о.т»).
        var abbreviation = _raw[at] == '.' && _count > 0 && _tokens[_count - 1] is { FormLength: 1 } last && last.Start + last.Length == at;
        _sentence += abbreviation ? 0 : 1;
        return at + 1;
    }

    private int EndLine(int at)
    {
        var next = at + 1;
        while (next < _raw.Length && char.IsWhiteSpace(_raw[next]))
        {
            next++;
        }

        // A line that goes on with a small letter is the same sentence, wrapped.
        _sentence += next < _raw.Length && char.IsLower(_raw[next]) && _raw.AsSpan(at, next - at).Count('\n') < 2 ? 0 : 1;
        return next;
    }

    private void Add(int start, int length, int formStart)
    {
        if (_count == _tokens.Length)
        {
            var larger = ArrayPool<TextToken>.Shared.Rent(_count * 2);
            _tokens.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<TextToken>.Shared.Return(_tokens);
            _tokens = larger;
        }

        _tokens[_count++] = new TextToken(start, length, formStart, _written - formStart, _sentence);
    }
}
