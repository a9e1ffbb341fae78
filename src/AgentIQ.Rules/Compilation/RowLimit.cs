using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Compilation;

/// <summary>What one row, taken as a whole, allows one field to be.</summary>
/// <param name="row">The row's place in the total order.</param>
internal sealed class RowLimit(int row)
{
    private readonly List<FieldCondition> _questions = new(1);

    /// <summary>The row's place in the total order.</summary>
    public int Row => row;

    /// <summary>Whether the row may apply when the field is unknown.</summary>
    public bool AllowsUnknown => _questions.TrueForAll(question => question.Operand is KnownOperand { Expected: false });

    /// <summary>Whether a question can be answered by an index.</summary>
    public static bool CanIndex(FieldCondition question) =>
        question.Operand switch
        {
            MembersOperand => MembersIndex.Serves(question.Reference.Field),
            NumberOperand or StringsOperand or KnownOperand => question.Reference.Field.IsNumber || question.Reference.Field.Type == FactType.String,
            _ => false,
        };

    /// <summary>Takes one of the row's questions about the field.</summary>
    public void Add(FieldCondition question) => _questions.Add(question);

    /// <summary>The numbers that the row allows.</summary>
    public IntervalSet Numbers()
    {
        var allowed = IntervalSet.Everything;
        foreach (var question in _questions)
        {
            allowed = question.Operand switch
            {
                NumberOperand number => ReferenceEquals(allowed, IntervalSet.Everything) ? number.Values : allowed.Intersect(number.Values),
                KnownOperand { Expected: false } => IntervalSet.Nothing,
                _ => allowed,
            };
        }

        return allowed;
    }

    /// <summary>The sets of members that the row allows.</summary>
    public MembersLimit Members()
    {
        var (all, none, isKnown) = (0L, 0L, true);
        List<long> any = [];
        foreach (var question in _questions)
        {
            switch (question.Operand, question.Operator)
            {
                case (MembersOperand members, Operator.HasAll):
                    all |= members.Bits;
                    break;
                case (MembersOperand members, Operator.HasNone):
                    none |= members.Bits;
                    break;
                case (MembersOperand members, _):
                    any.Add(members.Bits);
                    break;
                case (KnownOperand known, _):
                    isKnown &= known.Expected;
                    break;
            }
        }

        return new MembersLimit(row, all, none, [.. any], isKnown);
    }

    /// <summary>The only strings that the row can allow; null when it forbids some and allows all others.</summary>
    public IEnumerable<string>? Wanted() => _questions.Find(question => question.Operand is StringsOperand && Wants(question)) is { Operand: StringsOperand strings }
        ? strings.Values
        : null;

    /// <summary>Every string that the row's questions name.</summary>
    public IEnumerable<string> Named() => _questions.Select(question => question.Operand).OfType<StringsOperand>().SelectMany(strings => strings.Values);

    /// <summary>Whether the row allows a string; null stands for every string that no row names.</summary>
    public bool AllowsString(string? value) => _questions.TrueForAll(question => question.Operand switch
    {
        StringsOperand strings => (value is not null && strings.Values.Contains(value)) == Wants(question),
        KnownOperand known => known.Expected,
        _ => true,
    });

    private static bool Wants(FieldCondition question) => question.Operator is Operator.Equal or Operator.In;
}
