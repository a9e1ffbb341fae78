using AgentIQ.Workflows.Durable.Definitions;

namespace AgentIQ.Workflows.Tests.Durable;

public sealed class LeastRecentlyUsedTests
{
    [Fact]
    public void What_was_not_asked_for_the_longest_goes_first()
    {
        var kept = new LeastRecentlyUsed<string, int>(2);
        kept.Put("a", 1);
        kept.Put("b", 2);
        kept.TryGet("a", out _).ShouldBeTrue();
        kept.Put("c", 3);

        kept.Count.ShouldBe(2);
        kept.TryGet("b", out _).ShouldBeFalse();
        kept.TryGet("a", out var a).ShouldBeTrue();
        a.ShouldBe(1);
        kept.Put("a", 4);
        kept.TryGet("a", out a).ShouldBeTrue();
        a.ShouldBe(4);
        kept.Count.ShouldBe(2);
    }
}
