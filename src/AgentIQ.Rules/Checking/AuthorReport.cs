using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Checking;

/// <summary>All that an author is told about a document before it is saved or published.</summary>
/// <param name="Findings">What was found: errors first, then in the order of the document.</param>
/// <param name="Examples">How the examples came out; none when the document cannot be read.</param>
/// <param name="Compiled">The set ready to run; null when the document cannot be read.</param>
public sealed record AuthorReport(IReadOnlyList<PolicyFinding> Findings, IReadOnlyList<ExampleResult> Examples, CompiledRuleSet? Compiled)
{
    /// <summary>Whether the document can be read; if not, every finding is <see cref="FindingKind.Unreadable"/>.</summary>
    public bool Readable => Compiled is not null;

    /// <summary>Whether it may be published: readable, without errors, and every example comes out as it says.</summary>
    public bool CanPublish => Readable && Findings.All(finding => finding.Severity != FindingSeverity.Error);
}
