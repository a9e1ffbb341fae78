using System.Text;
using System.Text.Json;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Text;

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
                [.. Affirmed(row.When).SelectMany(question => Evidence(set, evaluation, question)).Distinct().OrderBy(match => match.Start)]));
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
            readable ? FactsJson(evaluation.Facts, set.ReadSlots) : "{}",
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

    private static IEnumerable<TextEvidence> Evidence(CompiledRuleSet set, Evaluation evaluation, FieldCondition question)
    {
        var slot = question.Reference.Slot;
        if (question.Reference.Field.Type != FactType.Text || evaluation.Facts.Reference(slot) is not RussianText text)
        {
            return [];
        }

        var name = question.Reference.Field.Name;
        return question.Operand switch
        {
            PhrasesOperand phrases => Places(set, evaluation, slot, phrases, text).Select(place => Quote(name, text, place)),
            RegexOperand regex => regex.Expression.Matches(text.Raw).Select(match => Quote(name, text, new TextMatch(match.Index, match.Length))),
            _ => [],
        };
    }

    private static IEnumerable<TextMatch> Places(CompiledRuleSet set, Evaluation evaluation, int slot, PhrasesOperand phrases, RussianText text)
    {
        var probe = set.Probes.ProbeOf(slot);
        var patterns = set.Probes.Fields[probe].Phrases.Patterns;
        var wanted = phrases.Patterns.Select(pattern => pattern.Source).ToHashSet(StringComparer.Ordinal);
        return evaluation.Texts.Found(probe, evaluation.Facts)
            .Where(match => wanted.Contains(patterns[match.Pattern].Source))
            .Select(match => text.RangeOf(match.FirstToken, match.LastToken));
    }

    private static TextEvidence Quote(string field, RussianText text, TextMatch place) =>
        new(field, text.Raw.Substring(place.Start, place.Length), place.Start, place.Length);

    private static string FactsJson(FactValues facts, IReadOnlyList<int> slots)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, FactValuesWriter.Options))
        {
            FactValuesWriter.Write(writer, facts, slots, hidePersonal: true);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
