using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Checking.Situations;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>
/// A set or a text: which members, or which phrases, it holds. Every class of members is a choice of its own; that one phrase may
/// contain another is not looked at, so more is thought possible than is. While there are few classes, all choices together are
/// one dimension, in which "at least one of" is a single limit; with many, each class is a dimension.
/// </summary>
internal sealed class MemberSpace : FieldSpace
{
    private const int MostJointPoints = 1024;

    private readonly List<MemberClass> _classes;
    private readonly Dictionary<string, int> _classOf = new(StringComparer.Ordinal);
    private readonly int _joint = 1;
    private readonly bool _isJoint;

    public MemberSpace(FieldReference reference, Produced? produced, IEnumerable<FieldCondition> questions)
        : base(reference, produced)
    {
        _classes = Classes([.. questions.Where(question => question.Operand is not KnownOperand)], produced);
        foreach (var (index, one) in _classes.Index())
        {
            foreach (var member in one.Members)
            {
                _classOf[member.Key] = index;
            }

            _joint = _joint > MostJointPoints ? _joint : _joint * one.States;
        }

        _isJoint = _joint <= MostJointPoints;
    }

    private PointSet JointKnown => PointSet.Range(0, _joint - 1);

    /// <summary>The members that a question lists.</summary>
    public static IEnumerable<Member> MembersOf(FieldCondition question) => question.Operand switch
    {
        MembersOperand members => Enumerable.Range(0, FactField.MaximumSetValues).Where(place => (members.Bits >> place & 1) != 0).Select(place => Member.Of(1L << place)),
        PhrasesOperand phrases => phrases.Patterns.Select(Member.Of),
        RegexOperand regex => [Member.Of(regex.Expression)],
        _ => [],
    };

    public override IReadOnlyList<Box> WhereKnown(bool known)
    {
        if (!CanBeUnknown)
        {
            return known ? Region.Everything : [];
        }

        return _isJoint
            ? Limit(0, known ? JointKnown : PointSet.Range(_joint, _joint))
            : Limit(0, known ? PointSet.Range(0, 0) : PointSet.Range(1, 1));
    }

    public override bool Put(FactValues into, Box box)
    {
        if (WhereKnown(true)[0].Intersect(box) is not { } known)
        {
            return true;
        }

        var states = _isJoint ? JointStates(Allowed(known, 0)) : [.. _classes.Select((_, index) => Allowed(known, index + 1).First)];
        if (Field.Type == FactType.Set)
        {
            into.Put(Reference.Slot, _classes.Zip(states).Aggregate(0L, (bits, pair) => bits | Bits(pair.First, pair.Second)), null);
            return true;
        }

        var wanted = _classes.Zip(states).Where(pair => pair.Second > 0).Select(pair => pair.First.Members).ToList();
        var unwanted = _classes.Zip(states).Where(pair => pair.Second == 0).SelectMany(pair => pair.First.Members);
        if (TextSample.With(wanted, unwanted) is not { } text)
        {
            return false;
        }

        into.Put(Reference.Slot, 0, RussianText.Prepare(text));
        return true;
    }

    public override bool Allows(Box box, long number, object? reference)
    {
        int[] states = [.. _classes.Select(one => StateOf(one, number))];
        return _isJoint
            ? Allowed(box, 0).Contains(JointPoint(states))
            : states.Index().All(pair => Allowed(box, pair.Index + 1).Contains(pair.Item));
    }

    protected override IEnumerable<int> Sizes() => _isJoint
        ? [_joint + (CanBeUnknown ? 1 : 0)]
        : [CanBeUnknown ? 2 : 1, .. _classes.Select(one => one.States)];

    protected override IReadOnlyList<Box> WhereAnswered(FieldCondition question, bool holds)
    {
        int[] asked = [.. MembersOf(question).Select(member => _classOf[member.Key]).Distinct()];
        var all = question.Operator == Operator.HasAll;
        var wanted = holds != (question.Operator == Operator.HasNone);
        if (_isJoint)
        {
            return Limit(0, PointSet.Of(Enumerable.Range(0, _joint).Where(point => Holds(point, asked, all) == wanted)));
        }

        // "One of many" and "not all of many" are one box for each; "none of many" and "all of many" are one box in all.
        var each = asked.Select(place => Limit(place + 1, States(place, all, wanted)));
        return all == wanted
            ? each.Aggregate(WhereKnown(true), Region.Intersect)
            : [.. each.SelectMany(one => Region.Intersect(WhereKnown(true), one))];
    }

    /// <summary>The states of a class in which all of it is there (or not all), or any of it (or nothing).</summary>
    private PointSet States(int place, bool all, bool wanted)
    {
        var top = _classes[place].States - 1;
        if (top == 0)
        {
            return wanted ? PointSet.Empty : PointSet.Range(0, 0);
        }

        return (all, wanted) switch
        {
            (true, true) => PointSet.Range(top, top),
            (true, false) => PointSet.Range(0, top - 1),
            (false, true) => PointSet.Range(1, top),
            _ => PointSet.Range(0, 0),
        };
    }

    private bool Holds(int point, int[] asked, bool all)
    {
        var step = 1;
        var (any, every) = (false, true);
        for (var place = 0; place < _classes.Count; place++)
        {
            var states = _classes[place].States;
            if (asked.Contains(place))
            {
                var state = point / step % states;
                any |= state > 0;
                every &= state > 0 && state == states - 1;
            }

            step *= states;
        }

        return all ? every : any;
    }

    /// <summary>The states of the point that holds the least: it reads best.</summary>
    private int[] JointStates(PointSet points) => points.Points().Select(Digits).MinBy(digits => digits.Sum())!;

    private int[] Digits(int point)
    {
        var left = point;
        var digits = new int[_classes.Count];
        for (var place = 0; place < digits.Length; place++)
        {
            (left, digits[place]) = Math.DivRem(left, _classes[place].States);
        }

        return digits;
    }

    private int JointPoint(int[] states)
    {
        var (point, step) = (0, 1);
        for (var place = 0; place < states.Length; place++)
        {
            point += states[place] * step;
            step *= _classes[place].States;
        }

        return point;
    }

    private static int StateOf(MemberClass one, long bits)
    {
        var held = one.Members.Count(member => (member.Bit & bits) != 0);
        return held == 0 ? 0 : held == one.Members.Count ? one.States - 1 : 1;
    }

    private static long Bits(MemberClass one, int state) => state switch
    {
        0 => 0,
        _ when state == one.States - 1 && one.States == 3 => one.Members.Aggregate(0L, (bits, member) => bits | member.Bit),
        _ => one.Members[0].Bit,
    };

    private static List<MemberClass> Classes(IReadOnlyList<FieldCondition> questions, Produced? produced)
    {
        Dictionary<string, (Member Member, List<string> Asked)> known = new(StringComparer.Ordinal);
        Dictionary<string, string> numbers = new(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            List<Member> members = [.. MembersOf(question).DistinctBy(member => member.Key)];
            var all = question.Operator == Operator.HasAll && members.Count > 1;
            var content = $"{all} {string.Join('\n', members.Select(member => member.Key).Order(StringComparer.Ordinal))}";
            if (numbers.ContainsKey(content))
            {
                continue;
            }

            var number = numbers[content] = $"{(all ? "all" : "any")} {numbers.Count}";
            foreach (var member in members)
            {
                if (!known.TryGetValue(member.Key, out var entry))
                {
                    known[member.Key] = entry = (member, []);
                    if (produced is not null && (produced.Members & member.Bit) == 0)
                    {
                        entry.Asked.Add("never");
                    }
                }

                entry.Asked.Add(number);
            }
        }

        return
        [
            .. known.Values.GroupBy(entry => string.Join(',', entry.Asked), entry => entry, StringComparer.Ordinal).Select(group => new MemberClass(
                [.. group.Select(entry => entry.Member)],
                group.Key.StartsWith("never", StringComparison.Ordinal) ? 1 : group.Skip(1).Any() && group.Key.Contains("all", StringComparison.Ordinal) ? 3 : 2)),
        ];
    }
}
