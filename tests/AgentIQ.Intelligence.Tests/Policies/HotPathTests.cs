using System.Diagnostics;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Tests.Policies;

/// <summary>The shipped sets allocate nothing while they decide.</summary>
public sealed class HotPathTests(ITestOutputHelper output)
{
    private const int Rounds = 200_000;

    [Theory]
    [InlineData("priority")]
    [InlineData("sla")]
    [InlineData("auto-action")]
    [InlineData("escalation")]
    [InlineData("routing")]
    public void An_evaluation_allocates_nothing(string name)
    {
        var set = Shipped.Rules.Sets[name];
        var evaluation = set.NewEvaluation();
        FactValues[] facts = [.. set.Source.Examples.Select(example => example.Facts)];
        for (var round = 0; round < Rounds; round++)
        {
            set.Evaluate(facts[round % facts.Length], evaluation);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
        {
            set.Evaluate(facts[round % facts.Length], evaluation);
        }

        var took = Stopwatch.GetElapsedTime(watch);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        // A figure to read, not to assert: the machine is shared while tests run.
        output.WriteLine($"{name}: {Rounds / took.TotalSeconds:N0} evaluations/s");
    }
}
