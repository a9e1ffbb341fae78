using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;

namespace AgentIQ.Rules.Tests.Sets;

/// <summary>No set in force and none in shadow.</summary>
internal sealed class NoPolicies : IPolicies
{
    public FactCatalogue Catalogue => TestSets.Catalogue;

    public IReadOnlyList<RuleSetFault> Refused => [];

    public IReadOnlyList<string> Sets => [];

    public CompiledRuleSet Current(Guid tenantId, string set) => throw new KeyNotFoundException(set);

    public CompiledRuleSet Platform(string set) => throw new KeyNotFoundException(set);

    public CompiledRuleSet? Shadow(Guid tenantId, string set) => null;

    public Task ReloadAsync(CancellationToken ct) => Task.CompletedTask;
}
