using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Server.Api.Policies.Checks;
using AgentIQ.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Policies;

/// <summary>Refusals that say where in the text it is wrong.</summary>
internal static class PolicyRefusals
{
    /// <summary>A problem with findings.</summary>
    public static ProblemHttpResult Problem(this HttpContext context, Problem problem, IEnumerable<PolicyFinding> findings) =>
        context.Problem(problem, KeyValuePair.Create<string, object?>("findings", Views(findings, context.Request.Language())));

    /// <summary>A problem with the faults of a text that cannot be read.</summary>
    public static ProblemHttpResult Problem(this HttpContext context, Problem problem, string set, RuleSetException unreadable) =>
        context.Problem(problem, Findings(set, unreadable));

    /// <summary>The faults of a text that cannot be read, as findings.</summary>
    public static IEnumerable<PolicyFinding> Findings(string set, RuleSetException unreadable) => unreadable.Faults.Select(fault =>
        new PolicyFinding(FindingKind.Unreadable, FindingSeverity.Error, set, fault.Path, new LocalizedText(fault.Message, fault.Message)));

    public static IReadOnlyList<PolicyFindingView> Views(IEnumerable<PolicyFinding> findings, Language language) =>
        [.. findings.Select(finding => PolicyFindingView.Of(finding, language))];
}
