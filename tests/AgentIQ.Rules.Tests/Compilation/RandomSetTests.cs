using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Tests.Compilation;

/// <summary>Random sets decide as a naive reading of them does, and nothing throws.</summary>
public sealed class RandomSetTests
{
    /// <summary>Tables that are looked at in blocks of 1,024 rows.</summary>
    private static readonly int[] Large = [256, 1023, 1024, 1025, 2100];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_compiled_set_agrees_with_a_naive_evaluator(int seed)
    {
        var random = new RandomSet(seed);

        // Sizes around the 64 rows of one bitmap word, and around a block of words.
        var set = TestSets.Compile(random.Document("collect", rows: seed switch { < 20 => seed, < 40 => 60 + seed % 8, < 56 => 3 * seed, _ => Large[seed - 56] }));
        var table = set.Source.Tables[0];
        for (var round = 0; round < 50; round++)
        {
            var facts = random.Facts();
            var decision = set.Evaluate(facts);
            decision.Fault.ShouldBeNull();
            decision.Rows.Select(row => row.Id).ShouldBe(NaiveEvaluator.MatchingRows(table, facts), $"seed {seed}, round {round}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void First_is_the_first_of_what_collect_lists(int seed)
    {
        var document = new RandomSet(seed).Document("collect", rows: seed < 56 ? 70 : Large[seed - 56]);
        var all = TestSets.Compile(document);
        var first = TestSets.Compile(document.Replace("\"hitPolicy\": \"collect\"", "\"hitPolicy\": \"first\"", StringComparison.Ordinal));
        var random = new RandomSet(-seed);
        for (var round = 0; round < 50; round++)
        {
            var facts = random.Facts();
            first.Evaluate(facts).Rows.Select(row => row.Id).ShouldBe(all.Evaluate(facts).Rows.Select(row => row.Id).Take(1));
        }
    }

    [Theory]
    [InlineData(HitPolicy.Unique)]
    [InlineData(HitPolicy.Any)]
    [InlineData(HitPolicy.Priority)]
    public void No_policy_throws(HitPolicy policy)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new RandomSet(seed);
            var set = TestSets.Compile(random.Document(policy.ToString().ToLowerInvariant(), rows: 12));
            for (var round = 0; round < 20; round++)
            {
                Decision decision = set.Evaluate(random.Facts());
                (decision.Fault is null || decision.Rows.Count == 0).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Facts_of_another_catalogue_are_a_fault_and_no_exception()
    {
        var set = TestSets.Compile(new RandomSet(1).Document("collect", rows: 3));
        var stranger = new FactValues(new FactCatalogue([new FactField("count", FactType.Int)])).Set("count", 1);
        set.Evaluate(stranger).Fault.ShouldNotBeNull().ShouldContain("expected facts of the catalogue that the set was compiled for");
    }

    [Fact]
    public void The_order_of_rows_does_not_depend_on_anything_but_the_document()
    {
        var document = new RandomSet(7).Document("collect", rows: 100);
        TestSets.Compile(document).Rows.Select(rule => rule.Row.Id).ShouldBe(TestSets.Compile(document).Rows.Select(rule => rule.Row.Id));
        var rows = TestSets.Compile(document).Rows.Select(rule => rule.Row).ToList();
        rows.ShouldBe([.. rows.OrderByDescending(row => row.Priority).ThenBy(row => row.Place)]);
    }
}
