using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Decisions;

/// <summary>Finds the places in texts that answer a question with yes.</summary>
internal static class Evidence
{
    /// <summary>The places that one question found, in the order of the text; none for questions about other values.</summary>
    public static IReadOnlyList<TextEvidence> Of(CompiledRuleSet set, FactValues facts, FieldCondition question)
    {
        var slot = question.Reference.Slot;
        if (question.Reference.Field.Type != FactType.Text || facts.Reference(slot) is not RussianText text)
        {
            return [];
        }

        var name = question.Reference.Field.Name;
        var places = question.Operand switch
        {
            PhrasesOperand phrases => Places(set.Probes.ProbeOf(slot), phrases, text),
            RegexOperand regex => regex.Expression.Matches(text.Raw).Select(match => new TextMatch(match.Index, match.Length)),
            _ => [],
        };
        return [.. places.Distinct().OrderBy(place => place.Start).Select(place => new TextEvidence(name, text.Raw.Substring(place.Start, place.Length), place.Start, place.Length))];
    }

    private static IEnumerable<TextMatch> Places(TextProbe probe, PhrasesOperand phrases, RussianText text)
    {
        var wanted = phrases.Patterns.Select(pattern => pattern.Source).ToHashSet(StringComparer.Ordinal);
        return probe.Ask(text).Matches
            .Where(match => wanted.Contains(probe.Phrases.Patterns[match.Pattern].Source))
            .Select(match => text.RangeOf(match.FirstToken, match.LastToken));
    }
}
