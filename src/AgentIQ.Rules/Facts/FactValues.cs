using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Facts;

/// <summary>
/// What is known about one subject: a slot per field of a catalogue. A field that nobody set is unknown, which is a
/// value of its own. Cheap to make, cheap to read, not safe to change while it is being evaluated.
/// </summary>
public sealed class FactValues
{
    // Every number, enum, set, duration and instant is one long; texts and strings are references. So a comparison
    // is a comparison of integers, and reading a fact never boxes.
    private readonly long[] _numbers;
    private readonly object?[] _references;
    private readonly bool[] _known;
    private readonly List<string> _refused = [];

    /// <summary>Makes a set of facts of which nothing is known yet.</summary>
    /// <param name="catalogue">The fields.</param>
    /// <param name="now">The moment that <c>within</c> measures from; without it <c>within</c> is unknown.</param>
    public FactValues(FactCatalogue catalogue, DateTimeOffset? now = null)
    {
        Catalogue = catalogue;
        Now = now;
        _numbers = new long[catalogue.Fields.Count];
        _references = new object?[catalogue.Fields.Count];
        _known = new bool[catalogue.Fields.Count];
    }

    /// <summary>The fields that can be set here.</summary>
    public FactCatalogue Catalogue { get; }

    /// <summary>The moment of the evaluation.</summary>
    public DateTimeOffset? Now { get; set; }

    /// <summary>Values that were outside their field's domain and are therefore unknown, as <c>field = value</c>.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>Whether a field has a value.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public bool IsKnown(string name) => _known[Catalogue.Require(name)];

    /// <summary>Sets an enum or a string; prepares a text. Null makes the field unknown.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it has another type.</exception>
    public FactValues Set(string name, string? value)
    {
        var slot = Slot(name, FactType.Enum, FactType.String, FactType.Text);
        var field = Catalogue.Fields[slot];
        if (value is null)
        {
            Forget(slot);
        }
        else if (field.Type == FactType.Enum)
        {
            SetMember(slot, field, value);
        }
        else
        {
            Put(slot, 0, field.Type == FactType.Text ? RussianText.Prepare(value) : value);
        }

        return this;
    }

    /// <summary>Sets a text that was prepared before. Null makes the field unknown.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it is not a text.</exception>
    public FactValues Set(string name, RussianText? value)
    {
        var slot = Slot(name, FactType.Text);
        if (value is null)
        {
            Forget(slot);
        }
        else
        {
            Put(slot, 0, value);
        }

        return this;
    }

    /// <summary>Sets a whole number (also of a decimal field). Null makes the field unknown.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it has another type.</exception>
    public FactValues Set(string name, long? value)
    {
        var slot = Slot(name, FactType.Int, FactType.Decimal);
        if (Catalogue.Fields[slot].Type == FactType.Decimal)
        {
            return Set(name, (decimal?)value);
        }

        SetNumber(slot, value, value);
        return this;
    }

    /// <summary>Sets a decimal; more than six digits after the point are rounded. Null makes the field unknown.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it has another type.</exception>
    public FactValues Set(string name, decimal? value)
    {
        var slot = Slot(name, FactType.Decimal);
        long? scaled = value is { } number && ScaledDecimal.TryScale(number, out var millionths) ? millionths : null;
        SetNumber(slot, scaled, value);
        return this;
    }

    /// <summary>Sets true or false. Null makes the field unknown.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it has another type.</exception>
    public FactValues Set(string name, bool? value)
    {
        SetNumber(Slot(name, FactType.Bool), value is null ? null : value.Value ? 1 : 0, null);
        return this;
    }

    /// <summary>Sets a length of time. Null makes the field unknown.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it has another type.</exception>
    public FactValues Set(string name, TimeSpan? value)
    {
        SetNumber(Slot(name, FactType.Duration), value?.Ticks, null);
        return this;
    }

    /// <summary>Sets a moment. Null makes the field unknown.</summary>
    /// <exception cref="ArgumentException">There is no such field, or it has another type.</exception>
    public FactValues Set(string name, DateTimeOffset? value)
    {
        SetNumber(Slot(name, FactType.Instant), value?.UtcTicks, null);
        return this;
    }

    /// <summary>
    /// Sets a set; values that the field does not have are left out and listed in <see cref="Refused"/>. Null makes
    /// the field unknown.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such field, or it has another type.</exception>
    public FactValues Set(string name, IEnumerable<string>? values)
    {
        var slot = Slot(name, FactType.Set);
        if (values is null)
        {
            Forget(slot);
            return this;
        }

        long bits = 0;
        foreach (var value in values)
        {
            var ordinal = Catalogue.Fields[slot].OrdinalOf(value);
            if (ordinal < 0)
            {
                _refused.Add($"{name} = {value}");
            }
            else
            {
                bits |= 1L << ordinal;
            }
        }

        Put(slot, bits, null);
        return this;
    }

    /// <summary>
    /// Takes the outputs of an earlier stage: each becomes the fact of the same name and type where there is one.
    /// </summary>
    public FactValues Take(Decision decision)
    {
        decision.Outputs.CopyTo(this);
        return this;
    }

    /// <summary>What is known as a JSON object, people's words by their hash and length: fit for a log.</summary>
    public string ToJson() => RecordedFacts.Of(this).Json;

    /// <summary>The same facts in an object of their own.</summary>
    public FactValues Copy()
    {
        var copy = new FactValues(Catalogue, Now);
        copy.CopyFrom(this);
        copy._refused.AddRange(_refused);
        return copy;
    }

    internal bool Known(int slot) => _known[slot];

    internal long Number(int slot) => _numbers[slot];

    internal object? Reference(int slot) => _references[slot];

    internal void Put(int slot, long number, object? reference)
    {
        _numbers[slot] = number;
        _references[slot] = reference;
        _known[slot] = true;
    }

    internal void Forget(int slot)
    {
        _numbers[slot] = 0;
        _references[slot] = null;
        _known[slot] = false;
    }

    internal void Clear()
    {
        _numbers.AsSpan().Clear();
        _references.AsSpan().Clear();
        _known.AsSpan().Clear();
        _refused.Clear();
        Now = null;
    }

    internal void CopyFrom(FactValues other)
    {
        other._numbers.AsSpan().CopyTo(_numbers);
        other._references.AsSpan().CopyTo(_references);
        other._known.AsSpan().CopyTo(_known);
    }

    private void SetMember(int slot, FactField field, string value)
    {
        var ordinal = field.OrdinalOf(value);
        if (ordinal < 0)
        {
            _refused.Add($"{field.Name} = {value}");
            Forget(slot);
        }
        else
        {
            Put(slot, ordinal, null);
        }
    }

    private void SetNumber(int slot, long? number, decimal? shown)
    {
        var field = Catalogue.Fields[slot];
        if (number is null || shown < field.Minimum || shown > field.Maximum)
        {
            if (shown is not null)
            {
                _refused.Add($"{field.Name} = {shown}");
            }

            Forget(slot);
        }
        else
        {
            Put(slot, number.Value, null);
        }
    }

    private int Slot(string name, params ReadOnlySpan<FactType> expected)
    {
        var slot = Catalogue.Require(name);
        return expected.Contains(Catalogue.Fields[slot].Type)
            ? slot
            : throw new ArgumentException($"Field '{name}': expected a value of type {Catalogue.Fields[slot].Type}, came {string.Join(" or ", expected.ToArray())}.", nameof(name));
    }
}
