using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>Compares a seller's set with what the platform locked in its own.</summary>
internal sealed class LockedCheck(RuleSet seller, RuleSet platform)
{
    private readonly List<PolicyFinding> _findings = [];
    private readonly LockedTables _written = new(seller, platform);

    public IReadOnlyList<PolicyFinding> Run()
    {
        List<DecisionTable> locked = [.. platform.Tables.Where(table => table.Locked)];
        foreach (var table in locked)
        {
            if (PlaceOf(seller, table.Name) is var place and >= 0)
            {
                Compare(table, place);
                LookForOverrides(table, place);
            }
            else
            {
                Report("$.tables", table.Name, null, LockedMessages.Missing(table.Name));
            }
        }

        CompareOrder(locked);
        foreach (var output in platform.Outputs.Where(output => locked.Exists(table => Writes(table, output.Field.Name, platform))))
        {
            CompareOutput(output);
        }

        foreach (var output in platform.Outputs.Where(output => !locked.Exists(table => Writes(table, output.Field.Name, platform))))
        {
            CompareDeclaration(output);
        }

        return _findings;
    }

    private void Compare(DecisionTable table, int place)
    {
        var own = seller.Tables[place];
        var path = $"$.tables[{place}]";
        void Differs(string part, string? row, LocalizedText what) => Report(path + part, table.Name, row, LockedMessages.Differs(table.Name, what));

        if (!own.Locked)
        {
            Differs(".locked", null, LockedMessages.Unlocked);
        }

        if (own.HitPolicy != table.HitPolicy)
        {
            Differs(".hitPolicy", null, LockedMessages.HitPolicy);
        }

        if (!_written.SameHeading(table.Name))
        {
            Differs("", null, LockedMessages.Heading);
        }

        if (!_written.SameColumns(table.Name))
        {
            Differs(".columns", null, LockedMessages.Columns);
        }

        var before = table.Rows.Select(row => row.Id).ToList();
        var after = own.Rows.Select(row => row.Id).ToList();
        foreach (var id in before.Except(after, StringComparer.Ordinal))
        {
            Differs(".rows", id, LockedMessages.RowMissing(id));
        }

        foreach (var row in own.Rows)
        {
            if (!before.Contains(row.Id))
            {
                Differs($".rows[{row.Place}]", row.Id, LockedMessages.RowAdded(row.Id));
            }
            else if (!_written.SameRow(table.Name, row.Id))
            {
                Differs($".rows[{row.Place}]", row.Id, LockedMessages.RowChanged(row.Id));
            }
        }

        if (!before.Where(after.Contains).SequenceEqual(after.Where(before.Contains), StringComparer.Ordinal))
        {
            Differs(".rows", null, LockedMessages.RowOrder);
        }
    }

    private void CompareOrder(List<DecisionTable> locked)
    {
        List<DecisionTable> present = [.. locked.Where(table => PlaceOf(seller, table.Name) >= 0)];
        foreach (var (earlier, later) in present.Zip(present.Skip(1)))
        {
            if (PlaceOf(seller, earlier.Name) > PlaceOf(seller, later.Name))
            {
                Report($"$.tables[{PlaceOf(seller, later.Name)}]", later.Name, null, LockedMessages.Differs(later.Name, LockedMessages.TableOrder));
            }
        }
    }

    /// <summary>
    /// A later table replaces an output without a merge or with "last", an earlier one comes first under "first"; the other merges let no
    /// table take back what another said. What the platform itself lets happen is allowed.
    /// </summary>
    private void LookForOverrides(DecisionTable locked, int place)
    {
        foreach (var output in platform.Outputs.Where(output => Writes(locked, output.Field.Name, platform)))
        {
            foreach (var (other, table) in seller.Tables.Index().Where(pair => pair.Index != place && Writes(pair.Item, output.Field.Name, seller)))
            {
                var before = other < place;
                var canUndo = before ? output.Merge == Merge.First : output.Merge is null or Merge.Last;
                if (canUndo && !PlatformHas(table.Name, locked.Name, output.Field.Name, before))
                {
                    Report($"$.tables[{other}]", table.Name, null, LockedMessages.Overridden(table.Name, locked.Name, output.Field, before));
                }
            }
        }
    }

    private bool PlatformHas(string table, string locked, string output, bool before) =>
        PlaceOf(platform, table) is var place and >= 0 && Writes(platform.Tables[place], output, platform) && place < PlaceOf(platform, locked) == before;

    /// <summary>The product reads every output that the platform's set declares: one that is gone, or is of another type, would stop its work.</summary>
    private void CompareDeclaration(OutputField output)
    {
        var own = seller.Outputs.FirstOrDefault(other => other.Field.Name == output.Field.Name);
        if (own is null || own.Field.Type != output.Field.Type || !own.Field.Values.SequenceEqual(output.Field.Values, StringComparer.Ordinal))
        {
            Report(own is null ? "$.outputs" : $"$.outputs[{own.Slot}]", null, null, LockedMessages.Declaration(output.Field));
            return;
        }

        // Any value will do; without one, what no row decides would be decided by nobody.
        if (platform.Defaults.Any(value => value.Slot == output.Slot) && !seller.Defaults.Any(value => value.Slot == own.Slot))
        {
            Report("$.defaults", null, null, LockedMessages.NoDefault(output.Field));
        }
    }

    private void CompareOutput(OutputField output)
    {
        var own = seller.Outputs.FirstOrDefault(other => other.Field.Name == output.Field.Name);
        if (own is null || own.Merge != output.Merge || own.Field.Type != output.Field.Type || !own.Field.Values.SequenceEqual(output.Field.Values, StringComparer.Ordinal)
            || own.Field.Minimum != output.Field.Minimum || own.Field.Maximum != output.Field.Maximum)
        {
            Report(own is null ? "$.outputs" : $"$.outputs[{own.Slot}]", null, null, LockedMessages.Output(output.Field));
            return;
        }

        CompareDefault(output, own, platform.Defaults, seller.Defaults, "defaults");
        CompareDefault(output, own, platform.OnFault, seller.OnFault, "onFault");
    }

    private void CompareDefault(OutputField output, OutputField own, IReadOnlyList<OutputValue> wanted, IReadOnlyList<OutputValue> given, string part)
    {
        var before = wanted.FirstOrDefault(value => value.Slot == output.Slot);
        var after = given.FirstOrDefault(value => value.Slot == own.Slot);
        if (before?.Number != after?.Number || !Equals(before?.Reference, after?.Reference))
        {
            Report($"$.{part}.{output.Field.Name}", null, null, LockedMessages.Default(output.Field, part));
        }
    }

    private static bool Writes(DecisionTable table, string output, RuleSet set) =>
        set.OutputCatalogue.SlotOf(output) is var slot && table.Rows.Any(row => row.Then.Any(value => value.Slot == slot));

    private static int PlaceOf(RuleSet set, string table) => set.Tables.Index().Where(pair => pair.Item.Name == table).Select(pair => pair.Index).FirstOrDefault(-1);

    private void Report(string path, string? table, string? row, LocalizedText message) =>
        _findings.Add(new PolicyFinding(FindingKind.LockedChanged, FindingSeverity.Error, seller.Document.Name, path, message) { Table = table, Row = row });
}
