using AgentIQ.Rules.Checking;

namespace AgentIQ.Rules.Sets;

/// <summary>A version must not be published. Nothing was changed.</summary>
public sealed class PolicyRefusedException : Exception
{
    internal PolicyRefusedException(IReadOnlyList<PolicyFinding> findings)
        : base($"Expected a version without errors, came one with {findings.Count}: {string.Join(" ", findings.Select(finding => finding.ToString()))}")
    {
        Findings = findings;
    }

    /// <summary>Why.</summary>
    public IReadOnlyList<PolicyFinding> Findings { get; }
}
