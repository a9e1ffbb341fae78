using System.Text.Json.Nodes;
using AgentIQ.Rules.Comparison;
using AgentIQ.Rules.Tests.Compilation;

namespace AgentIQ.Rules.Tests.Comparison;

/// <summary>Random edits of random sets: every edit is told, and silence means that both versions decide alike.</summary>
public sealed class MutationTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_edit_is_told(int seed)
    {
        var document = new RandomSet(seed).Document("collect", rows: 8);
        var before = TestSets.Compile(document).Source;
        foreach (var (name, edit) in Mutations.All)
        {
            var root = JsonNode.Parse(document)!.AsObject();
            edit(root, new Random(seed));
            RuleSetComparison.Compare(before, TestSets.Compile(root.ToJsonString()).Source).ShouldNotBeEmpty($"{name}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Silence_means_that_both_decide_alike(int seed)
    {
        var random = new Random(seed);
        var facts = new RandomSet(seed);
        var silent = 0;
        for (var round = 0; round < 40; round++)
        {
            // Two small sets of one kind: often they differ, sometimes only in their writing.
            var (one, other) = (TestSets.Compile(Small(random)), TestSets.Compile(Small(random)));
            if (RuleSetComparison.Compare(one.Source, other.Source).Any(change => !change.Text.Ru.EndsWith("смысл тот же", StringComparison.Ordinal)))
            {
                continue;
            }

            silent++;
            for (var trial = 0; trial < 30; trial++)
            {
                var values = facts.Facts();
                one.Evaluate(values).Outputs.ToJson().ShouldBe(other.Evaluate(values).Outputs.ToJson());
            }
        }

        silent.ShouldBeGreaterThan(0);
    }

    private static string Small(Random random)
    {
        string[] conditions =
        [
            """{"field": "count", "op": "in", "value": [1, 2]}""",
            """{"field": "count", "op": "in", "value": [2, 1]}""",
            """{"not": {"field": "count", "op": "notIn", "value": [1, 2]}}""",
            """{"all": [{"field": "count", "op": "in", "value": [1, 2]}]}""",
            """{"not": {"any": [{"field": "count", "op": "lt", "value": 3}, {"field": "ready", "op": "eq", "value": true}]}}""",
            """{"all": [{"field": "ready", "op": "eq", "value": false}, {"field": "count", "op": "gte", "value": 3}]}""",
        ];
        return TestSets.Document("first", TestSets.Row("r", conditions[random.Next(conditions.Length)], """{"hit": true}"""));
    }
}
