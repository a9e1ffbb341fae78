using System.Text.Json;
using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Text;
using AgentIQ.Rules.Text.Patterns;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>Finds values that stand twice in one list, and phrases that another phrase of the list makes superfluous.</summary>
internal static class ListCheck
{
    /// <summary>Longer lists are only looked through for repetitions: phrases are compared pair by pair.</summary>
    private const int MostPhrases = 200;

    public static void Run(CheckedTable table)
    {
        foreach (var row in table.Rows)
        {
            foreach (var question in row.Row.When.Questions().Where(question => question.Written.StartsWith('[')))
            {
                Look(table, row, question);
            }
        }
    }

    private static void Look(CheckedTable table, CheckedRow row, FieldCondition question)
    {
        if (question.Operator == Operator.Between)
        {
            return;
        }

        if (Repeated(question.Written) is { Count: > 0 } repeated)
        {
            Note(table, row, question, ConditionMessages.Repeated(question, repeated));
        }

        if (question.Operand is PhrasesOperand { Patterns: { Count: <= MostPhrases } patterns })
        {
            foreach (var longer in patterns)
            {
                if (patterns.FirstOrDefault(other => other.Source != longer.Source && IsWithin(other, longer)) is { } shorter)
                {
                    Note(table, row, question, ConditionMessages.PhraseWithin(question, longer.Source, shorter.Source));
                }
            }
        }
    }

    private static List<string> Repeated(string list)
    {
        using var document = JsonDocument.Parse(list);
        return [.. document.RootElement.EnumerateArray().Select(item => item.ToString()).GroupBy(item => item, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key)];
    }

    /// <summary>Whether a phrase of whole words stands in every order of a longer one without a gap that could break it.</summary>
    private static bool IsWithin(TextPattern shorter, TextPattern longer) =>
        shorter.Sequences is [{ Guards.Count: 0 } one] && longer.Sequences.All(sequence => sequence.Places.Count > one.Places.Count && Stands(one, sequence));

    private static bool Stands(Sequence shorter, Sequence longer) =>
        Enumerable.Range(0, longer.Places.Count - shorter.Places.Count + 1).Any(from =>
            shorter.Places.Index().All(place => Includes(place.Item, longer.Places[from + place.Index]))
            && shorter.Gaps.Index().All(gap => longer.Gaps[from + gap.Index] <= gap.Item));

    /// <summary>Whether every word that may stand in the narrow place may also stand in the wide one, as far as whole forms show it.</summary>
    private static bool Includes(WordSet wide, WordSet narrow) =>
        wide.Key == narrow.Key
        || (narrow.Beginnings.Count == 0 && narrow.Endings.Count == 0 && narrow.Numbers.Count == 0 && narrow.Forms.Count > 0 && narrow.Forms.All(wide.Forms.Contains));

    private static void Note(CheckedTable table, CheckedRow row, FieldCondition question, LocalizedText message) =>
        table.Report(new PolicyFinding(FindingKind.Duplicate, FindingSeverity.Note, table.Set.Document.Name, question.Path, message) { Row = row.Row.Id, Cell = question.Cell });
}
