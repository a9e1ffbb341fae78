using AgentIQ.Rules.Comparison;

namespace AgentIQ.Rules.Tests.Comparison;

/// <summary>The longest order is increasing, and no longer one exists.</summary>
public sealed class LongestOrderTests
{
    [Fact]
    public void It_is_as_long_as_possible()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            int[] values = [.. Enumerable.Range(0, random.Next(0, 9)).OrderBy(_ => random.Next())];
            var stayed = LongestOrder.Of(values).Order().Select(at => values[at]).ToList();
            stayed.ShouldBe(stayed.Order());
            stayed.Count.ShouldBe(Longest(values));
        }
    }

    // Every subset, for lists this short.
    private static int Longest(int[] values) => Enumerable.Range(0, 1 << values.Length)
        .Select(mask => values.Where((_, at) => (mask >> at & 1) != 0).ToList())
        .Where(chosen => chosen.SequenceEqual(chosen.Order())).Max(chosen => chosen.Count);
}
