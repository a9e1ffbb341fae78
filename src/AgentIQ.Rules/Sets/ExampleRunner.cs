using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Rules.Sets;

/// <summary>Runs the examples that stand beside a set.</summary>
public static class ExampleRunner
{
    /// <summary>Runs every example of a set, in order.</summary>
    public static IReadOnlyList<ExampleResult> Run(CompiledRuleSet set) =>
        [.. set.Source.Examples.Select(example => Run(set, example))];

    private static ExampleResult Run(CompiledRuleSet set, RuleSetExample example)
    {
        var decision = set.Evaluate(example.Facts);
        return new ExampleResult(example, decision, Failure(example, decision));
    }

    private static string? Failure(RuleSetExample example, Decision decision)
    {
        if (decision.Fault is { } fault)
        {
            return fault;
        }

        var wrong = example.Outputs.Where(expected => !decision.Outputs.Says(expected)).ToList();
        if (wrong.Count > 0)
        {
            var expected = DecisionOutputs.Of(decision.Outputs.Catalogue, wrong);
            return $"expected {expected.ToJson()}, came {decision.Outputs.ToJson()} from {Ids(decision.Rows.Select(row => row.Id))}; correct the rule or the example";
        }

        return example.Rows is { } rows && !rows.SequenceEqual(decision.Rows.Select(row => row.Id), StringComparer.Ordinal)
            ? $"expected the rows {Ids(rows)}, came {Ids(decision.Rows.Select(row => row.Id))}; correct the rule or the example"
            : null;
    }

    private static string Ids(IEnumerable<string> ids) => string.Join(", ", ids) is { Length: > 0 } list ? list : "no row";
}
