using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Backtests;

/// <summary>Counts, output by output, from which value to which two versions go. Not for several threads; counters are added up.</summary>
internal sealed class OutputShiftCounter
{
    private readonly Pair[] _pairs;

    /// <param name="before">The outputs of the version in force.</param>
    /// <param name="after">The outputs of the other version; outputs are paired by name.</param>
    public OutputShiftCounter(FactCatalogue before, FactCatalogue after) =>
        _pairs = [.. before.Fields.Concat(after.Fields).Select(field => field.Name).Distinct(StringComparer.Ordinal)
            .Select(name => new Pair(name, before.SlotOf(name), after.SlotOf(name)))];

    /// <summary>Counts one decision. Returns whether any output differs.</summary>
    public bool Count(FactValues before, FactValues after)
    {
        var differs = false;
        foreach (var pair in _pairs)
        {
            differs |= !pair.Count(before, after);
        }

        return differs;
    }

    public void Add(OutputShiftCounter other)
    {
        for (var pair = 0; pair < _pairs.Length; pair++)
        {
            _pairs[pair].Add(other._pairs[pair]);
        }
    }

    public IReadOnlyList<OutputShifts> Result() => [.. _pairs.Select(pair => pair.Result())];

    private sealed class Pair(string name, int slotBefore, int slotAfter)
    {
        private readonly Dictionary<(Value Before, Value After), Shift> _shifts = [];

        /// <summary>Returns whether both say the same.</summary>
        public bool Count(FactValues before, FactValues after)
        {
            var key = (Value.Of(before, slotBefore), Value.Of(after, slotAfter));
            if (!_shifts.TryGetValue(key, out var shift))
            {
                // Written out, because the same words may have other numbers in the other version.
                _shifts[key] = shift = new Shift(Json(before, slotBefore), Json(after, slotAfter));
            }

            shift.Count++;
            return shift.IsSame;
        }

        public void Add(Pair other)
        {
            foreach (var (key, shift) in other._shifts)
            {
                if (!_shifts.TryAdd(key, shift))
                {
                    _shifts[key].Count += shift.Count;
                }
            }
        }

        public OutputShifts Result() => new(
            name,
            [.. _shifts.Values.OrderByDescending(shift => shift.Count).ThenBy(shift => shift.Before, StringComparer.Ordinal).ThenBy(shift => shift.After, StringComparer.Ordinal)
                .Select(shift => new ValueShift(shift.Before, shift.After, shift.Count))]);

        private static string Json(FactValues values, int slot) => slot < 0 ? "null" : FactValuesWriter.ToJson(values, slot);
    }

    private sealed class Shift(string before, string after)
    {
        public string Before => before;

        public string After => after;

        public bool IsSame { get; } = before == after;

        public long Count { get; set; }
    }

    private readonly record struct Value(bool Known, long Number, object? Reference)
    {
        public static Value Of(FactValues values, int slot) =>
            slot >= 0 && values.Known(slot) ? new Value(true, values.Number(slot), values.Reference(slot)) : default;
    }
}
