using AgentIQ.Rules.Conditions;

namespace AgentIQ.Rules.Compilation;

/// <summary>What one row, taken as a whole, allows one field to be.</summary>
/// <param name="Row">The row's place in the total order.</param>
/// <param name="Questions">The questions that say so.</param>
/// <param name="AllowsUnknown">Whether the row may apply when the field is unknown.</param>
internal sealed record RowLimit(int Row, IReadOnlyList<FieldCondition> Questions, bool AllowsUnknown)
{
    /// <summary>Whether a question can be answered by an index.</summary>
    public static bool CanIndex(FieldCondition question) =>
        question.Operand is NumberOperand or StringsOperand or KnownOperand
        && (question.Reference.Field.IsNumber || question.Reference.Field.Type == Facts.FactType.String);

    public static RowLimit Of(int row, IEnumerable<FieldCondition> questions)
    {
        List<FieldCondition> all = [.. questions];
        return new RowLimit(row, all, all.TrueForAll(question => question.Operand is KnownOperand { Expected: false }));
    }

    /// <summary>The numbers that the row allows.</summary>
    public IntervalSet Numbers() => Questions.Aggregate(IntervalSet.Everything, (allowed, question) => question.Operand switch
    {
        NumberOperand number => allowed.Intersect(number.Values),
        KnownOperand { Expected: false } => IntervalSet.Nothing,
        _ => allowed,
    });

    /// <summary>Whether the row allows a string; null stands for every string that no row names.</summary>
    public bool AllowsString(string? value) => Questions.All(question => question.Operand switch
    {
        StringsOperand strings => (value is not null && strings.Values.Contains(value)) == (question.Operator is Operator.Equal or Operator.In),
        KnownOperand known => known.Expected,
        _ => true,
    });
}
