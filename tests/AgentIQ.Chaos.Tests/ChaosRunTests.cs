using System.Diagnostics;

namespace AgentIQ.Chaos.Tests;

/// <summary>
/// Two minutes of faults. The only tests that take real time: what they prove is what happens when leases run out, servers restart and
/// processes die, and none of that can be hurried.
/// </summary>
public sealed class ChaosRunTests(ITestOutputHelper output)
{
    [Fact]
    public Task Nothing_is_lost_and_nothing_happens_twice_with_the_seed_of_every_run() => RunAsync(ChaosCommand.DefaultSeed, TimeSpan.FromSeconds(80));

    [Fact]
    public Task Nothing_is_lost_and_nothing_happens_twice_with_a_seed_of_this_run() => RunAsync((int)(Stopwatch.GetTimestamp() & 0xFFFF), TimeSpan.FromSeconds(40));

    private async Task RunAsync(int seed, TimeSpan duration)
    {
        using var progress = new StringWriter();
        var report = await ChaosRun.RunAsync(new ChaosOptions { Seed = seed, Duration = duration }, new ChaosLog(progress), TestContext.Current.CancellationToken);

        output.WriteLine(report.ToText());
        report.IsGood.ShouldBeTrue($"{report.ToText()}{Environment.NewLine}{progress}");
        report.Faults.Values.Sum().ShouldBeGreaterThan(5);
        report.Load["instances"].ShouldBeGreaterThan(50);
        report.Load["workers that ended by themselves"].ShouldBe(0);
    }
}
