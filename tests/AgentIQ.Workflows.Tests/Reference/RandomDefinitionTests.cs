using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>
/// Random definitions run as the reference interpreter runs them, whatever is resumed first and wherever bursts are cut; between two
/// bursts the state is written and read again. A failure prints its seed and the smallest definition that still fails.
/// Every run tries the same definitions, so that a change is judged by its own merit. <c>AGENTIQ_SEED</c> replays one seed, or begins at a
/// new one when it says <c>random</c>; <c>AGENTIQ_DEFINITIONS</c> sets how many are tried (default 3000).
/// </summary>
public sealed class RandomDefinitionTests(ITestOutputHelper output)
{
    private const int FirstSeed = 316_657_190;

    [Theory]
    [InlineData(FlowchartMode.Counter)]
    [InlineData(FlowchartMode.Token)]
    public async Task Run_as_the_reference_does(FlowchartMode mode)
    {
        var given = Environment.GetEnvironmentVariable("AGENTIQ_SEED");
        var first = given switch { null => FirstSeed, "random" => new Random().Next(), _ => int.Parse(given) };
        var count = given is not (null or "random") ? 1 : int.Parse(Environment.GetEnvironmentVariable("AGENTIQ_DEFINITIONS") ?? "3000");
        output.WriteLine($"{count} definitions from seed {first}");
        var compared = new List<(int Entries, string End)>();
        for (var seed = first; seed != unchecked(first + count); seed++)
        {
            var comparison = Of(seed, mode);
            if (await comparison.DifferenceAsync() is { } difference)
            {
                var smallest = await Shrinker.ShrinkAsync(comparison);
                Assert.Fail($"AGENTIQ_SEED={seed}: {difference}\nThe smallest that still differs: {await smallest.DifferenceAsync()}\n{smallest}");
            }

            compared.Add(comparison.Compared);
        }

        ShouldBeWorthComparing(compared);
    }

    /// <summary>Definitions that all do nothing would prove nothing.</summary>
    private void ShouldBeWorthComparing(List<(int Entries, string End)> compared)
    {
        var ends = compared.GroupBy(c => c.End).ToDictionary(g => g.Key ?? "none", g => g.Count());
        output.WriteLine($"{compared.Sum(c => c.Entries)} journal entries compared; {string.Join(", ", ends.Select(e => $"{e.Value} {e.Key}"))}");
        if (compared.Count >= 1000)
        {
            compared.Average(c => c.Entries).ShouldBeGreaterThan(15);
            ends.Keys.ShouldBe(["Finished", "Faulted", "Suspended"], ignoreOrder: true);
        }
    }

    private static Comparison Of(int seed, FlowchartMode mode)
    {
        var random = new Random(seed);
        return new Comparison(new RandomDefinition(random).Make(), mode, random.Next(), random.Next(3) == 0 ? random.Next(1, 8) : 10_000);
    }
}
