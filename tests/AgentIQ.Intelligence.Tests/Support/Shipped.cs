using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Tests.Support;

/// <summary>What ships, loaded once for all tests.</summary>
internal static class Shipped
{
    private static readonly Lazy<ShippedRules> Rules = new(() => ShippedRules.Load(Path.Combine(AppContext.BaseDirectory, "rules")));
    private static readonly Lazy<IntentClassifier> Intents = new(IntentClassifier.Shipped);

    public static IntentClassifier Classifier => Intents.Value;

    public static CompiledRuleSet Guardrails => Rules.Value.Sets[ReplyChecker.PolicySet];

    public static ReplyChecker Checker => new(Classifier);

    public static ReplyCheckResult Check(ReplyCheckRequest request) => Checker.Check(Guardrails, request);
}
