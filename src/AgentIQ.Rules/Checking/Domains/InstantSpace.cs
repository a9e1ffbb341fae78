using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>
/// A moment that is asked <c>within</c>: how long ago it was is a second dimension, which has a point for "nobody knows what
/// time it is". Several such fields share one now, which is not looked at here; an example is tried before it is shown.
/// </summary>
internal sealed class InstantSpace : FieldSpace
{
    private readonly NumberSpace _moment;
    private readonly long[] _lengths;

    public InstantSpace(FieldReference reference, Produced? produced, IReadOnlyList<FieldCondition> questions)
        : base(reference, produced)
    {
        _moment = new NumberSpace(reference, produced, questions);
        _lengths = [.. questions.Select(question => question.Operand).OfType<DurationOperand>().Select(operand => operand.Length.Ticks).Distinct().Order()];
    }

    /// <summary>Point 0 is the future, point i is older than length i-1 and not older than length i, then comes older than all.</summary>
    private PointSet Ages => PointSet.Range(0, _lengths.Length + 1);

    public override IReadOnlyList<Box> WhereKnown(bool known) => _moment.WhereKnown(known);

    public override bool Put(FactValues into, Box box)
    {
        if (!_moment.Put(into, box) || !into.Known(Reference.Slot) || Allowed(box, 1).Intersect(Ages) is not { IsEmpty: false } ages)
        {
            return true;
        }

        // The first such field says what time it is; the next ones are moved to have their age.
        var point = ages.First;
        var age = point == 0 ? -TimeSpan.TicksPerHour : point <= _lengths.Length ? _lengths[point - 1] : _lengths[^1] + TimeSpan.TicksPerDay;
        if (into.Now is { } now)
        {
            into.Put(Reference.Slot, now.UtcTicks - age, null);
            return _moment.Allows(box, now.UtcTicks - age, null);
        }

        var ticks = into.Number(Reference.Slot) + age;
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        into.Now = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    public override bool Allows(Box box, long number, object? reference) => _moment.Allows(box, number, reference);

    public override void Place(List<Dimension> all)
    {
        base.Place(all);
        _moment.StandAt(Dimensions[0]);
    }

    protected override IEnumerable<int> Sizes() => [_moment.PointCount, _lengths.Length + 3];

    protected override IReadOnlyList<Box> WhereAnswered(FieldCondition question, bool holds)
    {
        if (question.Operand is not DurationOperand within)
        {
            return _moment.Where(question, holds);
        }

        var yes = PointSet.Range(1, Array.IndexOf(_lengths, within.Length.Ticks) + 1);
        return Region.Intersect(WhereKnown(true), Limit(1, holds ? yes : Ages.Except(yes)));
    }
}
