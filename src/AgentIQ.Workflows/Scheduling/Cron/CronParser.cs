namespace AgentIQ.Workflows.Scheduling.Cron;

/// <summary>Reads one expression. Letters' case does not matter.</summary>
internal sealed class CronParser(string text)
{
    private static readonly Dictionary<string, string> Macros = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@every_second"] = "* * * * * *",
        ["@every_minute"] = "0 * * * * *",
        ["@hourly"] = "0 0 * * * *",
        ["@daily"] = "0 0 0 * * *",
        ["@midnight"] = "0 0 0 * * *",
        ["@weekly"] = "0 0 0 * * SUN",
        ["@monthly"] = "0 0 0 1 * *",
        ["@yearly"] = "0 0 0 1 1 *",
        ["@annually"] = "0 0 0 1 1 *",
    };

    private int _at;
    private bool _isInterval;

    public CronExpression Read()
    {
        var trimmed = text.Trim();
        if (Macros.TryGetValue(trimmed, out var meaning))
        {
            return new CronParser(meaning).Read();
        }

        var fields = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
        if (fields is not (5 or 6))
        {
            throw Wrong(text.Length - text.TrimStart().Length, $"expected 5 or 6 fields, got {fields}");
        }

        var seconds = fields == 6 ? Times(CronUnit.Second) : 1UL;
        var minutes = Times(CronUnit.Minute);
        var hours = Times(CronUnit.Hour);
        return new CronExpression
        {
            Seconds = seconds,
            Minutes = minutes,
            Hours = hours,
            IsInterval = _isInterval,
            Days = Days(),
            Months = List(CronUnit.Month),
            Weekdays = Weekdays(),
        };
    }

    private ulong Times(CronUnit unit)
    {
        SkipBlanks();
        _isInterval |= text.AsSpan(_at, FieldEnd() - _at).ContainsAny('*', '-', '/');
        return List(unit);
    }

    private CronDays Days()
    {
        SkipBlanks();
        if (!Take('L'))
        {
            var days = List(CronUnit.Day, alsoEndsAt: 'W');
            return Take('W') ? new CronDays(Single(days), FromEnd: null, IsNearestWeekday: true) : AtEnd(new CronDays(days));
        }

        var before = Take('-') ? Number(CronUnit.Day with { Name = "days before the last", First = 0, Last = 30 }) : 0;
        return AtEnd(new CronDays(Days: 0, before, IsNearestWeekday: Take('W')));
    }

    private CronWeekdays Weekdays()
    {
        var days = Fold(List(CronUnit.Weekday, alsoEndsAt: 'L', orAt: '#'));
        if (Take('L'))
        {
            return AtEnd(new CronWeekdays(Single(days), Nth: null, IsLast: true));
        }

        return Take('#')
            ? AtEnd(new CronWeekdays(Single(days), Number(CronUnit.Weekday with { Name = "weekdays of a month", First = 1, Last = 5, Names = [] })))
            : AtEnd(new CronWeekdays(days));
    }

    /// <summary>7 is Sunday too.</summary>
    private static ulong Fold(ulong days) => (days | days >> 7) & 0x7F;

    private ulong Single(ulong days) => System.Numerics.BitOperations.PopCount(days) == 1
        ? days
        : throw Wrong(_at - 1, $"'{text[_at - 1]}' goes with one day, not with several");

    private ulong List(CronUnit unit, char alsoEndsAt = ' ', char orAt = ' ')
    {
        SkipBlanks();
        var bits = Item(unit);
        while (Take(','))
        {
            bits |= Item(unit);
        }

        if (_at < text.Length && !IsBlank(text[_at]) && !Is(alsoEndsAt) && !Is(orAt))
        {
            throw Wrong(_at, $"'{text[_at]}' is not expected here; {unit.Name} are {unit.Range}, with ',' for lists, '-' for ranges and '/' for steps");
        }

        return bits;
    }

    private ulong Item(CronUnit unit)
    {
        int first, last;
        if (Take('*') || ((unit == CronUnit.Day || unit == CronUnit.Weekday) && Take('?')))
        {
            (first, last) = (unit.First, unit == CronUnit.Weekday ? 6 : unit.Last);
        }
        else
        {
            first = last = Number(unit);
            if (Take('-'))
            {
                last = Number(unit);
            }
            else if (Is('/'))
            {
                last = unit == CronUnit.Weekday ? 6 : unit.Last;
            }
        }

        return Bits(first, last, Take('/') ? Step(unit) : 1, unit);
    }

    /// <summary>22-2 goes over the end: 22, 23, 0, 1, 2.</summary>
    private static ulong Bits(int first, int last, int step, CronUnit unit)
    {
        var count = unit == CronUnit.Weekday ? 7 : unit.Last - unit.First + 1;
        var length = last >= first ? last - first : last - first + count;
        var bits = 0UL;
        for (var i = 0; i <= length; i += step)
        {
            var value = first + i;
            bits |= 1UL << (value > unit.Last ? value - count : value);
        }

        return bits;
    }

    private int Step(CronUnit unit)
    {
        var start = _at;
        var step = Digits();
        return step >= 1 && step <= unit.Last ? step.Value : throw Wrong(start, $"expected a step of 1 to {unit.Last}");
    }

    private int Number(CronUnit unit)
    {
        var start = _at;
        if (Digits() is { } number)
        {
            return number >= unit.First && number <= unit.Last ? number : throw Wrong(start, $"{unit.Name} go from {unit.Range}, not to {number}");
        }

        for (var i = 0; i < unit.Names.Length; i++)
        {
            if (string.Compare(text, _at, unit.Names[i], 0, 3, StringComparison.OrdinalIgnoreCase) == 0)
            {
                _at += 3;
                return i + unit.First;
            }
        }

        throw Wrong(start, start < text.Length && !IsBlank(text[start])
            ? $"'{text[start..FieldEnd()]}' is not expected; {unit.Name} are {unit.Range}"
            : $"the {unit.Name} are missing ({unit.Range})");
    }

    private int? Digits()
    {
        var start = _at;
        var number = 0;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]) && _at - start < 4)
        {
            number = (number * 10) + (text[_at++] - '0');
        }

        return _at == start ? null : number;
    }

    private T AtEnd<T>(T field) => _at == text.Length || IsBlank(text[_at]) ? field : throw Wrong(_at, $"'{text[_at]}' is not expected here");

    private bool Take(char character)
    {
        if (!Is(character))
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Is(char character) => _at < text.Length && char.ToUpperInvariant(text[_at]) == character;

    private void SkipBlanks()
    {
        while (_at < text.Length && IsBlank(text[_at]))
        {
            _at++;
        }
    }

    private int FieldEnd()
    {
        var end = text.AsSpan(_at).IndexOfAny(' ', '\t');
        return end < 0 ? text.Length : _at + end;
    }

    private static bool IsBlank(char character) => character is ' ' or '\t';

    private CronFormatException Wrong(int at, string problem) => new(text, at + 1, problem);
}
