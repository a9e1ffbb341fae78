using System.Runtime.CompilerServices;
using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Server.Api.Policies.Sets;

/// <summary>How many findings the sets in force have. Checking takes longer than a list may, and a set never changes: it is checked once.</summary>
internal sealed class PolicyFindingCounts
{
    private readonly ConditionalWeakTable<RuleSet, PolicyFindingCount> _counts = [];

    public PolicyFindingCount Of(CompiledRuleSet set) => _counts.GetValue(set.Source, Count);

    private static PolicyFindingCount Count(RuleSet set)
    {
        var findings = RuleSetChecker.Check(set);
        return new PolicyFindingCount(
            findings.Count(finding => finding.Severity is FindingSeverity.Error),
            findings.Count(finding => finding.Severity is FindingSeverity.Warning));
    }
}
