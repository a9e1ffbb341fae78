using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Tests.Compilation;

/// <summary>The meaning of a table written down without any index: every row, every question, every time.</summary>
internal static class NaiveEvaluator
{
    public static IReadOnlyList<string> MatchingRows(DecisionTable table, FactValues facts) =>
    [
        .. table.Rows.OrderByDescending(row => row.Priority).ThenBy(row => row.Place)
            .Where(row => Ask(row.When, facts) == true).Select(row => row.Id),
    ];

    private static bool? Ask(Condition condition, FactValues facts) => condition switch
    {
        AllCondition all => Least(all.Parts.Select(part => Ask(part, facts))),
        AnyCondition any => !Least(any.Parts.Select(part => !Ask(part, facts))),
        NotCondition not => !Ask(not.Part, facts),
        FieldCondition question => Ask(question, facts),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private static bool? Least(IEnumerable<bool?> parts)
    {
        List<bool?> answers = [.. parts];
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
    }

    private static bool? Ask(FieldCondition question, FactValues facts)
    {
        var slot = question.Reference.Slot;
        if (question.Operand is KnownOperand known)
        {
            return facts.Known(slot) == known.Expected;
        }

        if (!facts.Known(slot))
        {
            return null;
        }

        return question.Operand switch
        {
            NumberOperand number => number.Values.Ranges.Any(range => facts.Number(slot) >= range.From && facts.Number(slot) <= range.To),
            StringsOperand strings => strings.Values.Contains((string)facts.Reference(slot)!) == (question.Operator is Operator.Equal or Operator.In),
            MembersOperand members when question.Operator == Operator.HasAll => (facts.Number(slot) & members.Bits) == members.Bits,
            MembersOperand members when question.Operator == Operator.HasNone => (facts.Number(slot) & members.Bits) == 0,
            MembersOperand members => (facts.Number(slot) & members.Bits) != 0,
            DurationOperand duration => facts.Now!.Value.UtcTicks - facts.Number(slot) is var age && age >= 0 && age <= duration.Length.Ticks,
            PhrasesOperand phrases => phrases.Patterns.Any(pattern => pattern.Find((RussianText)facts.Reference(slot)!) is not null),
            RegexOperand regex => regex.Expression.IsMatch(((RussianText)facts.Reference(slot)!).Raw),
            _ => throw new NotSupportedException(question.Operand.GetType().Name),
        };
    }
}
