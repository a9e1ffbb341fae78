using AgentIQ.Rules.Checking.Domains;
using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Checking.Situations;
using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>
/// Finds a case that no row of a table decides. First among cases where everything that the table asks is known, because
/// those surprise; then where fields without a value in ordinary cases are unknown; then anywhere.
/// </summary>
internal sealed class GapCheck(CheckedTable table, SituationFinder situations, IReadOnlySet<int> settled)
{
    private const long GapBudget = 4_000_000;

    /// <summary>Looks for a gap. True when it is proved that there is none.</summary>
    public bool Run()
    {
        if (table.Rows.Count == 0)
        {
            return false;
        }

        var asked = table.Space.AskedBy(table.Place);
        List<FieldSpace> facts = [.. asked.Where(space => space.Produced is null)];
        var end = SearchEnd.Covered;
        foreach (var (round, known) in new[] { asked, facts.Where(space => !space.Field.Nullable), [] }.Index())
        {
            // An output that only rows write which are switched off has no values to be known.
            var within = known.SelectMany(space => space.WhereKnown(true)).Aggregate(Box.Everything, (box, one) => box.Intersect(one)!);
            end = Search(within, facts, isOrdinary: round < 2);
            if (end is SearchEnd.Found)
            {
                return false;
            }

            if (end is SearchEnd.GaveUp or SearchEnd.Refused)
            {
                table.Report(table.Finding(FindingKind.TooComplex, FindingSeverity.Note, LimitMessages.Gaps(table.Table.Name)));
                return false;
            }
        }

        return true;
    }

    private SearchEnd Search(Box within, List<FieldSpace> facts, bool isOrdinary)
    {
        Situation? found = null;
        var end = new CoverSearch(table.Space.Dimensions, table.Index.Boxes).Find(within, Enumerable.Range(0, table.Index.Boxes.Count), table.Budget.Part(GapBudget), box =>
        {
            found = situations.Find(box, rows => rows.Count == 0);
            return found is not null;
        });
        if (found is not null)
        {
            Report(found, [.. facts.Where(space => !found.Facts.Known(space.Reference.Slot)).Select(space => space.Field)], isOrdinary);
        }

        return end;
    }

    private void Report(Situation example, IReadOnlyList<FactField> unknown, bool isOrdinary)
    {
        List<FactField> withoutDefault =
        [
            .. table.Rows.SelectMany(row => row.Row.Then).Select(value => value.Slot).Distinct().Order()
                .Where(slot => !settled.Contains(slot) && table.Set.Defaults.All(value => value.Slot != slot))
                .Select(slot => table.Set.Outputs[slot].Field)

                // A sentence accompanies a decision; where nothing is decided there is nothing to say.
                .Where(field => field.Type != FactType.Localized),
        ];

        // That the defaults hold when nobody knows anything is what defaults are for.
        if (!isOrdinary && withoutDefault.Count == 0)
        {
            return;
        }

        table.Report(table.Finding(
            FindingKind.Gap,
            withoutDefault.Count == 0 ? FindingSeverity.Note : FindingSeverity.Warning,
            TableMessages.Gap(table.Table.Name, example.Facts, unknown, withoutDefault)) with
        {
            Example = example.ToJson(),
            ExampleNow = example.Facts.Now,
        });
    }
}
