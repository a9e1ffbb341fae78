using AgentIQ.Context.Facts;
using AgentIQ.Intelligence.Facts;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Tests.Support;

/// <summary>What ships, loaded once for all tests.</summary>
internal static class Shipped
{
    private static readonly Lazy<IntentClassifier> Intents = new(IntentClassifier.Shipped);

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "rules");

    public static IReadOnlyList<IFactSource> Sources { get; } = [new ContextFacts(), new OrchestrationFacts(), new IntelligenceFacts()];

    private static readonly Lazy<ShippedRules> Loaded = new(() => ShippedRules.Load(Folder, Sources));

    public static ShippedRules Rules => Loaded.Value;

    public static FactCatalogue Facts => Rules.Catalogue;

    public static IntentClassifier Classifier => Intents.Value;

    public static CompiledRuleSet Guardrails => Rules.Sets[ReplyChecker.PolicySet];

    public static CompiledRuleSet AutoAction => Rules.Sets["auto-action"];

    public static ReplyChecker Checker => new(Classifier);

    public static ReplyCheckResult Check(ReplyCheckRequest request) => Checker.Check(Guardrails, request);
}
