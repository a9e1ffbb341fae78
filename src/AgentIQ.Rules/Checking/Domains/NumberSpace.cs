using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>A field kept as one number: the ends of all asked ranges cut its domain into pieces, and a piece is a point.</summary>
internal sealed class NumberSpace : FieldSpace
{
    private readonly (long From, long To)[] _pieces;

    public NumberSpace(FieldReference reference, Produced? produced, IEnumerable<FieldCondition> questions)
        : base(reference, produced)
    {
        Domain = NumberDomain.Of(reference.Field, produced);
        _pieces = [.. Cut(Domain, questions.Select(question => question.Operand).OfType<NumberOperand>().Select(operand => operand.Values))];
    }

    /// <summary>The numbers that the field can be.</summary>
    public IntervalSet Domain { get; }

    /// <summary>How many points the field has, "nobody knows" among them.</summary>
    public int PointCount => _pieces.Length + (CanBeUnknown ? 1 : 0);

    private PointSet Known => PointSet.Range(0, _pieces.Length - 1);

    public override IReadOnlyList<Box> WhereKnown(bool known) => Limit(0, known ? Known : Unknown);

    public override bool Put(FactValues into, Box box)
    {
        var points = Allowed(box, 0);
        if (points.Intersect(Known) is { IsEmpty: false } known)
        {
            var (from, to) = _pieces[known.First];
            into.Put(Reference.Slot, PlainNumber.Of(Field.Type, from, to), null);
        }

        return true;
    }

    public override bool Allows(Box box, long number, object? reference) =>
        Allowed(box, 0).Points().Any(point => point < _pieces.Length && _pieces[point].From <= number && number <= _pieces[point].To);

    protected override IEnumerable<int> Sizes() => [PointCount];

    protected override IReadOnlyList<Box> WhereAnswered(FieldCondition question, bool holds)
    {
        var yes = PointsOf(((NumberOperand)question.Operand).Values);
        return Limit(0, holds ? yes : Known.Except(yes));
    }

    private PointSet Unknown => CanBeUnknown ? PointSet.Range(_pieces.Length, _pieces.Length) : PointSet.Empty;

    private PointSet PointsOf(IntervalSet values)
    {
        var points = PointSet.Empty;
        foreach (var (from, to) in values.Ranges)
        {
            points = points.Union(PointSet.Range(FirstFrom(from), FirstFrom(to, after: true) - 1));
        }

        return points;
    }

    /// <summary>The first piece that begins at a number or later, or after it.</summary>
    private int FirstFrom(long number, bool after = false)
    {
        var (low, high) = (0, _pieces.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pieces[middle].From < number || (after && _pieces[middle].From == number))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static IEnumerable<(long From, long To)> Cut(IntervalSet domain, IEnumerable<IntervalSet> asked)
    {
        SortedSet<long> starts = [];
        foreach (var (from, to) in asked.Append(domain).SelectMany(values => values.Ranges))
        {
            starts.Add(from);
            if (to != long.MaxValue)
            {
                starts.Add(to + 1);
            }
        }

        long[] cuts = [.. starts];
        for (var i = 0; i < cuts.Length; i++)
        {
            if (domain.Contains(cuts[i]))
            {
                yield return (cuts[i], i + 1 < cuts.Length ? cuts[i + 1] - 1 : long.MaxValue);
            }
        }
    }
}
