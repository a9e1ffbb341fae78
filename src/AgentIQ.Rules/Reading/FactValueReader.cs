using System.Globalization;
using System.Text.Json;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Reading;

/// <summary>Reads one value of a field: in a condition, in the outputs of a row, in the facts of an example.</summary>
internal static class FactValueReader
{
    /// <summary>Reads a value that is kept as a number; null after a reported fault.</summary>
    public static long? Number(FactField field, JsonPlace place)
    {
        switch (field.Type)
        {
            case FactType.Bool when place.Kind is JsonValueKind.True or JsonValueKind.False:
                return place.Kind == JsonValueKind.True ? 1 : 0;
            case FactType.Int when place.Kind == JsonValueKind.Number && place.Value.TryGetInt64(out var number):
                return InRange(field, number, place) ? number : null;
            case FactType.Decimal when place.Kind == JsonValueKind.Number && place.Value.TryGetDecimal(out var number)
                && ScaledDecimal.TryScale(number, out var scaled) && ScaledDecimal.Unscale(scaled) == number:
                return InRange(field, number, place) ? scaled : null;
            case FactType.Enum when place.Kind == JsonValueKind.String && field.OrdinalOf(place.Value.GetString()!) is var ordinal and >= 0:
                return ordinal;
            case FactType.Duration when place.Kind == JsonValueKind.String && DurationText.TryParse(place.Value.GetString()!, out var length):
                return length.Ticks;
            case FactType.Instant when place.Kind == JsonValueKind.String && IsoInstant(place.Value.GetString()!, out var moment):
                return moment.UtcTicks;
            default:
                place.Fault(Expected(field), Advice(field));
                return null;
        }
    }

    /// <summary>Reads the members of a set as bits; null after a reported fault.</summary>
    public static long? Members(FactField field, JsonPlace place)
    {
        if (place.Kind != JsonValueKind.Array)
        {
            place.Fault($"a list of {string.Join(", ", field.Values)}", "write a list, [] for none");
            return null;
        }

        long bits = 0;
        foreach (var item in place.Items())
        {
            if (Member(field, item) is not { } bit)
            {
                return null;
            }

            bits |= bit;
        }

        return bits;
    }

    /// <summary>Reads one member of a set as its bit; null after a reported fault.</summary>
    public static long? Member(FactField field, JsonPlace place)
    {
        if (place.Kind == JsonValueKind.String && field.OrdinalOf(place.Value.GetString()!) is var ordinal and >= 0)
        {
            return 1L << ordinal;
        }

        place.Fault(Expected(field), Advice(field));
        return null;
    }

    private static bool InRange(FactField field, decimal number, JsonPlace place)
    {
        if (number >= (field.Minimum ?? number) && number <= (field.Maximum ?? number))
        {
            return true;
        }

        place.Fault(Expected(field), "a value outside the field's range can never occur");
        return false;
    }

    private static bool IsoInstant(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    private static string Expected(FactField field) => field.Type switch
    {
        FactType.Bool => "true or false",
        FactType.Int => "a whole number" + Range(field),
        FactType.Decimal => "a number with at most six digits after the point" + Range(field),
        FactType.Enum or FactType.Set => $"one of {string.Join(", ", field.Values)}",
        FactType.Duration => "a duration",
        FactType.Instant => "a moment",
        _ => "a text",
    };

    private static string Advice(FactField field) => field.Type switch
    {
        FactType.Duration => "write it like \"30m\", \"12h\" or \"3d\"",
        FactType.Instant => "write it like \"2030-01-31T09:00:00+03:00\"",
        FactType.Enum or FactType.Set => $"choose one, or add it to the values of {field.Name}",
        FactType.Bool or FactType.Int or FactType.Decimal => "write it without quotation marks",
        _ => "write it in quotation marks",
    };

    private static string Range(FactField field) => (field.Minimum, field.Maximum) switch
    {
        ({ } from, { } to) => $" from {from} to {to}",
        ({ } from, null) => $" from {from}",
        (null, { } to) => $" up to {to}",
        _ => "",
    };
}
