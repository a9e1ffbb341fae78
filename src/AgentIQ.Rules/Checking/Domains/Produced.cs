using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>
/// What an output can be when a table reads it: what rows of earlier tables and the defaults say. Which of them go together is
/// not looked at, so this is never too little and sometimes too much.
/// </summary>
/// <param name="Numbers">The values of a number or an enum.</param>
/// <param name="Strings">The values of a string.</param>
/// <param name="Members">The members of a set that can occur.</param>
/// <param name="CanBeUnknown">Whether it may have no value.</param>
internal sealed record Produced(IntervalSet Numbers, IReadOnlySet<string> Strings, long Members, bool CanBeUnknown)
{
    /// <summary>Looks through the tables before one.</summary>
    /// <param name="set">The set.</param>
    /// <param name="table">The place of the table that reads.</param>
    /// <param name="slot">The output.</param>
    /// <param name="settled">Whether an earlier table surely writes it.</param>
    public static Produced Before(RuleSet set, int table, int slot, bool settled)
    {
        var byDefault = set.Defaults.Where(value => value.Slot == slot).ToList();
        List<OutputValue> all =
        [
            .. byDefault,
            .. set.Tables.Take(table).SelectMany(earlier => earlier.Rows).Where(row => row.Enabled).SelectMany(row => row.Then).Where(value => value.Slot == slot),
        ];
        var isSet = set.Outputs[slot].Field.Type == FactType.Set;
        return new Produced(
            IntervalSet.Of(all.Select(value => value.Number)),
            all.Select(value => value.Reference).OfType<string>().ToHashSet(StringComparer.Ordinal),
            isSet ? all.Aggregate(0L, (bits, value) => bits | value.Number) : 0,
            CanBeUnknown: byDefault.Count == 0 && !settled);
    }
}
