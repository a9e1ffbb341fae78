using System.Text.Json;
using System.Text.RegularExpressions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Conditions;

/// <summary>Reads what a field is compared with, and checks it against the field's type and domain.</summary>
internal static class OperandReader
{
    /// <summary>The longest list that a condition may hold.</summary>
    public const int MaximumList = 1000;

    /// <summary>The longest regular expression: a longer one is a program, not a rule.</summary>
    private const int MaximumExpression = 500;

    private static readonly Compiled<Regex> Expressions =
        new(source => new Regex(source, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    public static Operand? Read(FactField field, Operator @operator, JsonPlace place) => @operator switch
    {
        Operator.IsKnown => Known(place),
        Operator.Within => Within(place),
        Operator.Contains => Phrases([place]),
        Operator.ContainsAny => List(place) is { } phrases ? Phrases(phrases) : null,
        Operator.Matches => Expression(place),
        Operator.Has => FactValueReader.Member(field, place) is { } bit ? new MembersOperand(bit) : null,
        Operator.HasAny or Operator.HasAll or Operator.HasNone => IsList(place) && FactValueReader.Members(field, place) is { } bits ? new MembersOperand(bits) : null,
        _ when field.Type == FactType.String => Strings(@operator, place),
        _ => Numbers(field, @operator, place),
    };

    private static NumberOperand? Numbers(FactField field, Operator @operator, JsonPlace place)
    {
        if (@operator is Operator.In or Operator.NotIn or Operator.Between)
        {
            if (List(place) is not { } items)
            {
                return null;
            }

            var values = new long[items.Count];
            var readable = true;
            foreach (var (index, item) in items.Index())
            {
                var value = FactValueReader.Number(field, item);
                values[index] = value.GetValueOrDefault();
                readable &= value is not null;
            }

            if (!readable)
            {
                return null;
            }

            if (@operator == Operator.Between)
            {
                return Between(place, values);
            }

            var listed = IntervalSet.Of(values);
            return new NumberOperand(@operator == Operator.In ? listed : listed.Complement());
        }

        return FactValueReader.Number(field, place) is not { } number ? null : new NumberOperand(@operator switch
        {
            Operator.Equal => IntervalSet.Between(number, number),
            Operator.NotEqual => IntervalSet.Between(number, number).Complement(),
            Operator.Less => number == long.MinValue ? IntervalSet.Nothing : IntervalSet.Between(long.MinValue, number - 1),
            Operator.LessOrEqual => IntervalSet.Between(long.MinValue, number),
            Operator.Greater => number == long.MaxValue ? IntervalSet.Nothing : IntervalSet.Between(number + 1, long.MaxValue),
            _ => IntervalSet.Between(number, long.MaxValue),
        });
    }

    private static NumberOperand? Between(JsonPlace place, long[] ends)
    {
        if (ends is [var from, var to] && from <= to)
        {
            return new NumberOperand(IntervalSet.Between(from, to));
        }

        place.Fault("two values, the smaller one first", "write [from, to]");
        return null;
    }

    private static StringsOperand? Strings(Operator @operator, JsonPlace place)
    {
        var many = @operator is Operator.In or Operator.NotIn;
        var items = many ? List(place) : [place];
        var values = items?.Select(item => item.Text("write it in quotation marks")).ToHashSet(StringComparer.Ordinal!);
        return values is null || values.Contains(null!) ? null : new StringsOperand(values!);
    }

    private static PhrasesOperand? Phrases(IReadOnlyList<JsonPlace> places)
    {
        List<TextPattern> patterns = [];
        foreach (var place in places)
        {
            if (place.Text("write a word or a phrase") is not { } phrase)
            {
                continue;
            }

            try
            {
                patterns.Add(place.Reader.Phrase(phrase));
            }
            catch (FormatException exception)
            {
                place.Fault("a phrase pattern", exception.Message);
            }
        }

        return patterns.Count == places.Count ? new PhrasesOperand(patterns) : null;
    }

    private static RegexOperand? Expression(JsonPlace place)
    {
        if (place.Text("write a regular expression") is not { } source)
        {
            return null;
        }

        if (source.Length > MaximumExpression)
        {
            place.Fault($"a regular expression of at most {MaximumExpression} characters", "split it into several rows");
            return null;
        }

        try
        {
            return new RegexOperand(Expressions.Of(source));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            place.Fault("a regular expression without back-references and look-around", exception.Message);
            return null;
        }
    }

    private static DurationOperand? Within(JsonPlace place)
    {
        if (place.Kind == JsonValueKind.String && DurationText.TryParse(place.Value.GetString()!, out var length) && length > TimeSpan.Zero)
        {
            return new DurationOperand(length);
        }

        place.Fault("a duration", "write it like \"30m\", \"12h\" or \"7d\"");
        return null;
    }

    private static KnownOperand? Known(JsonPlace place)
    {
        if (place.Kind is JsonValueKind.True or JsonValueKind.False)
        {
            return new KnownOperand(place.Value.GetBoolean());
        }

        place.Fault("true or false", "true asks for a value, false for none");
        return null;
    }

    private static List<JsonPlace>? List(JsonPlace place) => IsList(place) ? [.. place.Items()] : null;

    private static bool IsList(JsonPlace place)
    {
        if (place.Kind == JsonValueKind.Array && place.Value.GetArrayLength() is > 0 and <= MaximumList)
        {
            return true;
        }

        place.Fault($"a list of 1 to {MaximumList} values", "write [ ... ]; a longer list belongs into several rows");
        return false;
    }
}
