using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Tests.ElsaBehaviour;
using AgentIQ.Workflows.Tests.Semantics;

namespace AgentIQ.Workflows.Tests.Suite;

/// <summary>A case that gives the same result on every store.</summary>
/// <param name="Name">Unique.</param>
/// <param name="Request">The run as <c>workflow run --jsonl</c> reads it.</param>
/// <param name="Difference">What a result has otherwise than expected; null: nothing.</param>
public sealed record SuiteCase(string Name, JsonObject Request, Func<JsonObject, string?> Difference)
{
    /// <summary>The tables of rules, and Elsa's recorded behaviour where it is at hand.</summary>
    public static IReadOnlyDictionary<string, SuiteCase> All { get; } = Collect().ToDictionary(c => c.Name);

    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>Without those that choose the mode of one run against its definition, which only the in-memory store offers.</summary>
    public static TheoryData<string> DurableNames => [.. All.Values.Where(c => !c.Request["definitions"]!.ToJsonString().Contains("Flowchart:ExecutionMode", StringComparison.Ordinal)).Select(c => c.Name)];

    private static IEnumerable<SuiteCase> Collect()
    {
        foreach (var rule in SemanticCatalogue.All)
        {
            yield return new SuiteCase(rule.ToString(), rule.Request(), rule.Difference);
        }

        foreach (var (behaviour, mode) in BehaviourCase.All.Where(c => ElsaBehaviourTests.Passes(c.Name)).SelectMany(c => Enum.GetValues<FlowchartMode>().Select(mode => (c, mode))))
        {
            yield return new SuiteCase(
                $"{behaviour.Name} ({mode})", behaviour.Request(mode), result => ElsaBehaviourTests.Difference(behaviour.Expected(mode), result, behaviour.IsUnordered));
        }
    }
}
