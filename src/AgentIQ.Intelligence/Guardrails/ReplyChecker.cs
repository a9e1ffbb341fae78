using AgentIQ.Context.Facts;
using AgentIQ.Intelligence.Facts;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>
/// Checks replies with a guardrail policy. The policy is data (<c>rules/guardrails.json</c> or a seller's version of it);
/// this class only prepares its facts and reads its decision. Safe to share between threads.
/// </summary>
public sealed class ReplyChecker(IntentClassifier classifier)
{
    /// <summary>The name of the policy set.</summary>
    public const string PolicySet = "guardrails";

    /// <summary>The checker for command lines: the shipped policy of a folder, no database.</summary>
    /// <param name="rulesFolder">The folder that holds <c>guardrails.json</c>.</param>
    /// <exception cref="AgentIQ.Rules.Reading.RuleSetException">A file there is broken; the message names file, path and reason.</exception>
    public static Func<ReplyCheckRequest, ReplyCheckResult> Shipped(string rulesFolder)
    {
        var catalogue = FactCatalogue.Of(new ContextFacts(), new OrchestrationFacts(), new IntelligenceFacts());
        var file = Path.Combine(rulesFolder, $"{PolicySet}.json");
        var policy = RuleSetCompiler.CompileWithoutExamples(RuleSetDocument.Parse(File.ReadAllText(file), file), catalogue);
        var checker = new ReplyChecker(IntentClassifier.Shipped());
        return request => checker.Check(policy, request);
    }

    /// <summary>Checks one reply. Never throws for what the texts hold; a fault of the policy denies.</summary>
    /// <param name="policy">The policy that is in force.</param>
    /// <param name="request">The reply and its situation.</param>
    public ReplyCheckResult Check(CompiledRuleSet policy, ReplyCheckRequest request)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(request);
        var decision = policy.Evaluate(ReplyFacts.Of(request, policy.Source.Facts, classifier));
        var findings = new FindingReader(policy, decision).Read();
        IReadOnlyList<GuardrailFinding> violations = [.. findings.Where(finding => finding.IsError)];
        return new ReplyCheckResult(violations.Count == 0, violations, [.. findings.Where(finding => !finding.IsError)], decision);
    }
}
