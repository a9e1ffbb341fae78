using AgentIQ.Rules.Checking.Domains;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>Finds the values that a question about an output names and that nothing puts out.</summary>
internal static class NeverProduced
{
    public static IReadOnlyList<LocalizedText> In(FieldCondition question, FactField field, Produced produced) => question.Operand switch
    {
        StringsOperand strings => [.. strings.Values.Where(value => !produced.Strings.Contains(value)).Order(StringComparer.Ordinal).Select(value => new LocalizedText(value, value))],
        MembersOperand members => [.. field.Values.Where((_, place) => (members.Bits & ~produced.Members & (1L << place)) != 0).Select(field.LabelOf)],
        NumberOperand number when field.Type == FactType.Enum => [.. field.Values.Where((_, place) => Names(question, number.Values, place) && !produced.Numbers.Contains(place)).Select(field.LabelOf)],
        _ => [],
    };

    private static bool Names(FieldCondition question, IntervalSet satisfying, int place) =>
        satisfying.Contains(place) == question.Operator is Operator.Equal or Operator.In;
}
