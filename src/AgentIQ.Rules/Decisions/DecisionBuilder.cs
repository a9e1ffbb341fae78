using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Decisions;

/// <summary>Makes the record of an evaluation, off the hot path.</summary>
internal static class DecisionBuilder
{
    public static Decision Build(CompiledRuleSet set, Evaluation evaluation)
    {
        var outputs = new FactValues(set.Source.OutputCatalogue);
        outputs.CopyFrom(evaluation.OutputValues);
        List<DecisionRow> rows = [];
        foreach (var number in evaluation.Matched)
        {
            var (table, row) = set.Rows[number];
            rows.Add(new DecisionRow(
                table.Name,
                row.Id,
                row.Description,
                DecisionOutputs.Of(set.Source.OutputCatalogue, row.Then),
                [.. Affirmed(row.When).SelectMany(question => Evidence.Of(set, evaluation.Facts, question)).Distinct().OrderBy(match => match.Start)]));
        }

        // Facts of another catalogue have other slots: the fault says so, and there is nothing that could be named.
        var readable = ReferenceEquals(evaluation.Facts.Catalogue, set.Source.Facts);
        return new Decision(
            set.Name,
            set.Version,
            set.Hash,
            rows,
            new DecisionOutputs(outputs),
            readable ? [.. set.NeededSlots.Where(slot => !evaluation.Facts.Known(slot)).Select(slot => set.Source.Facts.Fields[slot].Name)] : [],
            evaluation.Facts.Copy(),
            evaluation.Fault);
    }

    /// <summary>Questions that were answered with yes for the row to apply; below a "not" nothing was found.</summary>
    private static IEnumerable<FieldCondition> Affirmed(Condition condition) => condition switch
    {
        FieldCondition field => [field],
        AllCondition all => all.Parts.SelectMany(Affirmed),
        AnyCondition any => any.Parts.SelectMany(Affirmed),
        _ => [],
    };
}
