using AgentIQ.Workflows.Tests.Flow;

namespace AgentIQ.Workflows.Tests.Semantics;

/// <summary>Every case of every table, for suites that run them all on another store.</summary>
public static class SemanticCatalogue
{
    public static IReadOnlyList<SemanticCase> All { get; } = [.. StartRules.Cases, .. CounterJoins.Cases, .. TokenMerges.Cases, .. Branches.Cases, .. Loops.Cases, .. Terminals.Cases, .. Parallels.Cases, .. Waits.Cases, .. Scopes.Cases, .. Outputs.Cases, .. Incidents.Cases, .. Conversions.Cases];

    /// <summary>The rules of a table, for a theory.</summary>
    internal static TheoryData<string> Rules(IEnumerable<SemanticCase> cases) => [.. cases.Select(c => c.ToString())];

    /// <summary>Runs one case of a table in memory.</summary>
    internal static async Task CheckAsync(this IEnumerable<SemanticCase> cases, string rule)
    {
        var semantic = cases.Single(c => c.ToString() == rule);
        semantic.Difference(await RequestRunner.RunAsync(semantic.Request())).ShouldBeNull();
    }
}
