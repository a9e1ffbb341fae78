using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Sentences;

/// <summary>
/// Says rules as sentences in plain Russian and English, made from the titles and labels of the fields. An overview: long lists are
/// shortened and the marks of phrase patterns left out; the cells beside the sentence are exact. Never throws for a set that was read.
/// </summary>
public static class RuleSentences
{
    /// <summary>A row as one sentence: «Если канал — отзыв и оценка 1–2, то приоритет — срочный».</summary>
    /// <param name="set">The set, which knows the outputs.</param>
    /// <param name="table">The row's table: in one that takes the first row, a row without conditions is for all other cases.</param>
    /// <param name="row">The row. Whether it is switched off is not said.</param>
    public static LocalizedText Of(RuleSet set, DecisionTable table, TableRow row)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(row);
        var clauses = Clauses.Of(row.When);
        return Language.Both(language =>
        {
            var outcome = Outcome(language, set, row);
            if (clauses is Clauses.Group { All: true, Parts.Count: 0 })
            {
                return table.HitPolicy == HitPolicy.First && HasEarlier(table, row) ? language.Otherwise(outcome) : language.Always(outcome);
            }

            return language.IfThen(ConditionWords.Say(language, clauses), outcome);
        });
    }

    /// <summary>A condition as a few words: «оценка 1–2», «либо оценка 1–2, либо тон — негативный».</summary>
    public static LocalizedText Of(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var clauses = Clauses.Of(condition);
        return Language.Both(language => ConditionWords.Say(language, clauses));
    }

    private static string Outcome(Language language, RuleSet set, TableRow row)
    {
        if (row.Then.Count == 0)
        {
            return language.Nothing;
        }

        return string.Join(", ", row.Then.Select(value => (set.Outputs[value.Slot].Field, value))
            .Select(said => language.Says(language.Title(said.Field), Value(language, said.Field, said.value))));
    }

    private static string Value(Language language, FactField output, OutputValue value)
    {
        var words = language.Pick(ValueWords.Of(output, value));
        return output.Type == FactType.Enum ? language.Apart(output, words) : words;
    }

    private static bool HasEarlier(DecisionTable table, TableRow row) =>
        table.Rows.Any(other => other.Enabled && (other.Priority > row.Priority || (other.Priority == row.Priority && other.Place < row.Place)));
}
