using AgentIQ.Rules.Checking.Checks;
using AgentIQ.Rules.Checking.Domains;
using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Situations;

/// <summary>
/// Makes facts that lie in a box of a table's space, and evaluates them: the space knows nothing of how phrases contain each other or
/// which outputs go together, so an example is shown only when it does what it should.
/// </summary>
internal sealed class SituationFinder(CheckedTable table, IReadOnlyList<CheckedTable> earlier)
{
    /// <summary>So many attempts at one box; then it is left open whether there is an example.</summary>
    private const int MostTries = 24;

    /// <summary>What an attempt costs beside its limits, measured against comparisons of boxes.</summary>
    private const int TryCost = 2_000;

    private readonly SetSpace _space = table.Space;
    private CompiledRuleSet? _compiled;
    private Evaluation? _evaluation;
    private int _tries;

    /// <summary>Finds facts in a box for which the rows of the table that apply are as wanted.</summary>
    public Situation? Find(Box box, Func<IReadOnlySet<TableRow>, bool> wanted)
    {
        Situation? found = null;
        _tries = 0;
        Ground(box, facts =>
        {
            found = Applying(facts) is { } rows && wanted(rows) ? new Situation(facts) : null;
            return found is not null;
        });
        return found;
    }

    /// <summary>The rows of the table that apply, whatever its hit policy does with them; null when an earlier table breaks.</summary>
    private HashSet<TableRow>? Applying(FactValues facts)
    {
        _compiled ??= RuleSetCompiler.Compile(table.Set with { Tables = [.. table.Set.Tables.Take(table.Place), table.Table with { HitPolicy = HitPolicy.Collect }] });
        _evaluation ??= _compiled.NewEvaluation();
        _compiled.Evaluate(facts, _evaluation);
        if (_evaluation.Fault is not null)
        {
            return null;
        }

        HashSet<TableRow> rows = new(ReferenceEqualityComparer.Instance);
        foreach (var number in _evaluation.Matched)
        {
            if (_compiled.Rows[number] is var rule && rule.Table.Name == table.Table.Name)
            {
                rows.Add(rule.Row);
            }
        }

        return rows;
    }

    /// <summary>Replaces what a box asks of outputs by what brings those outputs about, and tries the facts that are left.</summary>
    private bool Ground(Box box, Func<FactValues, bool> accept)
    {
        if (_tries >= MostTries || !table.Budget.Spend(TryCost + (10 * box.Cost)))
        {
            return false;
        }

        var outputs = _space.OutputsIn(box).ToList();
        if (outputs.Count == 0)
        {
            _tries++;
            return Make(box) is { } facts && accept(facts);
        }

        var (reader, output) = outputs.MaxBy(pair => pair.Table);
        var rest = box.Without(output.Dimensions);
        return Writers(output, reader).Reverse().Any(writer => IsGivenBy(writer.Table, writer.Row, output, box, rest, accept))
            || (IsGivenByDefault(output, box) && Avoid(rest, Writers(output, reader), accept));
    }

    private bool IsGivenBy(CheckedTable writer, CheckedRow row, FieldSpace output, Box box, Box rest, Func<FactValues, bool> accept)
    {
        var value = row.Row.Then.First(value => value.Slot == output.Reference.Slot);
        if (!output.Allows(box, value.Number, value.Reference))
        {
            return false;
        }

        // Under "first" no earlier row may come in between; what other policies do shows when the facts are evaluated.
        var before = writer.Table.HitPolicy == HitPolicy.First ? writer.Rows.Take(row.Order).Select(other => (writer, other)) : [];
        return (row.Region ?? []).Select(rest.Intersect).OfType<Box>().Any(here => Avoid(here, before, accept));
    }

    private bool Avoid(Box box, IEnumerable<(CheckedTable Table, CheckedRow Row)> rows, Func<FactValues, bool> accept)
    {
        List<Box> covers = [.. rows.SelectMany(pair => pair.Row.Region ?? [])];
        return new CoverSearch(_space.Dimensions, covers)
            .Find(box, Enumerable.Range(0, covers.Count), table.Budget.Part(100_000), here => Ground(here, accept)) == SearchEnd.Found;
    }

    private IEnumerable<(CheckedTable Table, CheckedRow Row)> Writers(FieldSpace output, int reader) =>
        earlier.Take(reader).SelectMany(before => before.Rows.Select(row => (before, row))).Where(pair => pair.row.Row.Then.Any(value => value.Slot == output.Reference.Slot));

    private bool IsGivenByDefault(FieldSpace output, Box box) =>
        table.Set.Defaults.FirstOrDefault(value => value.Slot == output.Reference.Slot) is { } value
            ? output.Allows(box, value.Number, value.Reference)
            : output.WhereKnown(false).Any(unknown => unknown.Intersects(box));

    private FactValues? Make(Box box)
    {
        var facts = new FactValues(table.Set.Facts);
        foreach (var space in _space.Facts.Where(space => space.Dimensions.Any(dimension => box[dimension.Number] is not null)))
        {
            if (!space.Put(facts, box))
            {
                return null;
            }
        }

        return facts;
    }
}
