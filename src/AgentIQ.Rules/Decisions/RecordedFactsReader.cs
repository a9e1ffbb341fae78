using System.Globalization;
using System.Text.Json;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Decisions;

/// <summary>
/// Reads recorded facts back, a million in a few seconds: straight from the bytes into the slots of one reused
/// <see cref="FactValues"/>, with one look at a dictionary a field.
/// </summary>
/// <param name="catalogue">The facts of today.</param>
/// <param name="textOf">The words of a hash, prepared for texts; null when they are gone.</param>
internal sealed class RecordedFactsReader(FactCatalogue catalogue, Func<string, RussianText?> textOf)
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _slots = catalogue.Fields.Index()
        .ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>[] _ordinals =
        [.. catalogue.Fields.Select(field => field.Values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>())];

    /// <summary>Reads the facts of one decision. Returns why they cannot be had as they were, or null when all is there.</summary>
    public string? Read(ReadOnlySpan<byte> json, DateTimeOffset? now, FactValues into)
    {
        into.Clear();
        into.Now = now;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Span<char> name = stackalloc char[256];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var length = reader.CopyString(name);
            var known = _slots.TryGetValue(name[..length], out var slot);
            reader.Read();
            if (!known)
            {
                return $"the fact {name[..length]} does not exist any more";
            }

            if (ReadOne(ref reader, catalogue.Fields[slot], slot, into) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private string? ReadOne(ref Utf8JsonReader reader, FactField field, int slot, FactValues into)
    {
        switch (field.Type)
        {
            case FactType.Bool when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                into.Put(slot, reader.GetBoolean() ? 1 : 0, null);
                return null;
            case FactType.Int when reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number):
                into.Put(slot, number, null);
                return null;
            case FactType.Decimal when reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number) && ScaledDecimal.TryScale(number, out var scaled):
                into.Put(slot, scaled, null);
                return null;
            case FactType.Enum when reader.TokenType == JsonTokenType.String && Ordinal(ref reader, slot) is var ordinal and >= 0:
                into.Put(slot, ordinal, null);
                return null;
            case FactType.Duration when reader.TokenType == JsonTokenType.String && DurationText.TryParse(reader.GetString()!, out var duration):
                into.Put(slot, duration.Ticks, null);
                return null;
            case FactType.Instant when reader.TokenType == JsonTokenType.String
                && DateTimeOffset.TryParse(reader.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment):
                into.Put(slot, moment.UtcTicks, null);
                return null;
            case FactType.Set when reader.TokenType == JsonTokenType.StartArray:
                return Members(ref reader, field, slot, into);
            case FactType.Text when reader.TokenType == JsonTokenType.StartObject:
                return Words(ref reader, field, slot, into);
            case FactType.String when reader.TokenType == JsonTokenType.StartObject && field.PersonalData:
                return Words(ref reader, field, slot, into);
            case FactType.String when reader.TokenType == JsonTokenType.String:
                into.Put(slot, 0, reader.GetString());
                return null;
            default:
                reader.Skip();
                return $"the value of {field.Name} does not suit it any more";
        }
    }

    private string? Members(ref Utf8JsonReader reader, FactField field, int slot, FactValues into)
    {
        long bits = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            if (Ordinal(ref reader, slot) is not (var ordinal and >= 0))
            {
                return $"{field.Name} has lost the value {reader.GetString()}";
            }

            bits |= 1L << ordinal;
        }

        into.Put(slot, bits, null);
        return null;
    }

    private string? Words(ref Utf8JsonReader reader, FactField field, int slot, FactValues into)
    {
        string? hash = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isHash = reader.ValueTextEquals("sha256"u8);
            reader.Read();
            hash = isHash ? reader.GetString() : hash;
        }

        if (hash is null || textOf(hash) is not { } text)
        {
            return $"the words of {field.Name} were erased";
        }

        into.Put(slot, 0, field.Type == FactType.Text ? text : text.Raw);
        return null;
    }

    private int Ordinal(ref Utf8JsonReader reader, int slot)
    {
        Span<char> value = stackalloc char[256];
        if (reader.HasValueSequence || reader.ValueSpan.Length > value.Length)
        {
            return -1;
        }

        var length = reader.CopyString(value);
        return _ordinals[slot].TryGetValue(value[..length], out var ordinal) ? ordinal : -1;
    }
}
