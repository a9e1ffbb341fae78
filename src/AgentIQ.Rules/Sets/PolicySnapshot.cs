using System.Collections.Frozen;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;

namespace AgentIQ.Rules.Sets;

/// <summary>Everything in force at one moment. Immutable: a newer one replaces it by one write.</summary>
internal sealed record PolicySnapshot(
    FactCatalogue Catalogue,
    FrozenDictionary<string, CompiledRuleSet> Platform,
    FrozenDictionary<(Guid Seller, string Set), CompiledRuleSet> Sellers,
    FrozenDictionary<(Guid Seller, string Set), CompiledRuleSet> Shadows,
    IReadOnlyList<RuleSetFault> Refused);
