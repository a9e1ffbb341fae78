using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>Finds outputs that nothing puts out, and values of an enum or a set that never come out.</summary>
internal static class OutputCheck
{
    public static void Run(RuleSet set, List<PolicyFinding> findings)
    {
        // What holds after a fault comes out too.
        var written = set.Tables.SelectMany(table => table.Rows).Where(row => row.Enabled).SelectMany(row => row.Then).Concat(set.Defaults).Concat(set.OnFault)
            .ToLookup(value => value.Slot);
        foreach (var output in set.Outputs)
        {
            var path = $"$.outputs[{output.Slot}]";
            if (!written.Contains(output.Slot))
            {
                findings.Add(new PolicyFinding(FindingKind.OutputNeverProduced, FindingSeverity.Note, set.Document.Name, path, TableMessages.OutputNeverWritten(output.Field)));
            }
            else if (Missing(output.Field, written[output.Slot]) is { Count: > 0 } missing)
            {
                findings.Add(new PolicyFinding(FindingKind.OutputNeverProduced, FindingSeverity.Note, set.Document.Name, $"{path}.values", TableMessages.ValuesNeverProduced(output.Field, missing)));
            }
        }
    }

    private static List<string> Missing(FactField field, IEnumerable<OutputValue> written)
    {
        var produced = written.Aggregate(0L, (bits, value) => bits | (field.Type == FactType.Set ? value.Number : 0));
        HashSet<long> places = [.. written.Select(value => value.Number)];
        return field.Type switch
        {
            FactType.Enum => [.. field.Values.Where((_, place) => !places.Contains(place))],
            FactType.Set => [.. field.Values.Where((_, place) => (produced >> place & 1) == 0)],
            _ => [],
        };
    }
}
