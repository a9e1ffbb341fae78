using AgentIQ.Rules.Conditions;

namespace AgentIQ.Rules.Tests.Conditions;

public sealed class IntervalSetTests
{
    public static TheoryData<long[]> Samples { get; } = new()
    {
        Array.Empty<long>(),
        new long[] { 0 },
        new long[] { 0, 1, 2 },
        new long[] { -5, 3, 4, 9 },
        new[] { long.MinValue, 0, long.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Contains_what_was_put_in_and_nothing_else(long[] values)
    {
        var set = IntervalSet.Of(values);
        foreach (var probe in Probes())
        {
            set.Contains(probe).ShouldBe(values.Contains(probe));
            set.Complement().Contains(probe).ShouldBe(!values.Contains(probe));
            set.Complement().Complement().Contains(probe).ShouldBe(values.Contains(probe));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Intersection_is_what_both_contain(long[] values)
    {
        var set = IntervalSet.Of(values);
        foreach (var other in new[] { IntervalSet.Between(-1, 3), IntervalSet.Between(2, long.MaxValue), IntervalSet.Everything, IntervalSet.Nothing, set.Complement() })
        {
            foreach (var probe in Probes())
            {
                set.Intersect(other).Contains(probe).ShouldBe(set.Contains(probe) && other.Contains(probe));
            }
        }
    }

    [Fact]
    public void Neighbours_are_joined() => IntervalSet.Of([3, 1, 2, 7]).Ranges.ShouldBe([(1, 3), (7, 7)]);

    [Fact]
    public void The_wrong_way_round_is_nothing() => IntervalSet.Between(2, 1).Ranges.ShouldBeEmpty();

    private static IEnumerable<long> Probes() => Enumerable.Range(-10, 21).Select(probe => (long)probe).Append(long.MinValue).Append(long.MaxValue);
}
