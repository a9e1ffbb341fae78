using AgentIQ.Intelligence.Intents;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Decisions;
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

    private const string WholeReply = "";

    /// <summary>The checker for command lines: the shipped policy of a folder, no database.</summary>
    /// <param name="rulesFolder">The folder that holds <c>facts.json</c> and <c>guardrails.json</c>.</param>
    /// <exception cref="AgentIQ.Rules.Reading.RuleSetException">A file there is broken; the message names file, path and reason.</exception>
    public static Func<ReplyCheckRequest, ReplyCheckResult> Shipped(string rulesFolder)
    {
        var catalogue = ShippedRules.LoadCatalogue(rulesFolder);
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
        var severities = decision.Rows
            .Where(row => row.Outputs.Text("category") is not null)
            .ToDictionary(row => row.Outputs.Text("category")!, row => row.Outputs.Text("verdict") ?? "deny", StringComparer.Ordinal);
        var findings = WithoutRepeats(decision.Rows.SelectMany(row => Findings(row, severities)))
            .OrderBy(finding => finding.Start).ThenBy(finding => finding.Type, StringComparer.Ordinal).ToList();
        if (decision.Outputs.Text("verdict") == "deny" && !findings.Exists(IsError))
        {
            findings.Add(Fault(decision));
        }

        return new ReplyCheckResult(!findings.Exists(IsError), [.. findings.Where(IsError)], [.. findings.Where(finding => !IsError(finding))], decision);
    }

    private static bool IsError(GuardrailFinding finding) => finding.Severity == "error";

    private static IEnumerable<GuardrailFinding> Findings(DecisionRow row, Dictionary<string, string> severities)
    {
        if (row.Outputs.Text("type") is not { } type)
        {
            yield break;
        }

        var category = row.Outputs.Set("found") is [var found, ..] ? found : null;
        var verdict = category is null ? row.Outputs.Text("verdict") : severities.GetValueOrDefault(category);
        if (verdict is null or "allow")
        {
            yield break;
        }

        var severity = verdict == "warn" ? "warning" : "error";
        var places = row.Matches.Where(match => match.Field == "reply_text");
        foreach (var place in places.DefaultIfEmpty(new TextEvidence("reply_text", WholeReply, 0, 0)))
        {
            yield return new GuardrailFinding(type, category, severity, place.Phrase, place.Start, place.Length, row.Description.Ru, row.Description.En, row.Id);
        }
    }

    /// <summary>Overlapping places of one category are one place for a reader: the longest.</summary>
    private static List<GuardrailFinding> WithoutRepeats(IEnumerable<GuardrailFinding> findings)
    {
        var kept = new List<GuardrailFinding>();
        foreach (var finding in findings.OrderByDescending(finding => finding.Length))
        {
            if (!kept.Exists(other => other.Type == finding.Type && other.Category == finding.Category && Overlap(other, finding)))
            {
                kept.Add(finding);
            }
        }

        return kept;
    }

    private static bool Overlap(GuardrailFinding one, GuardrailFinding other) =>
        one.Start < other.Start + other.Length && other.Start < one.Start + one.Length;

    private static GuardrailFinding Fault(Decision decision) => new(
        "policy_fault", null, "error", WholeReply, 0, 0,
        $"Правила проверки сломаны ({decision.Fault ?? "запрет без объяснения"}): ответ не уходит, пока их не исправят.",
        $"The guardrail policy is broken ({decision.Fault ?? "denied without a reason"}): nothing is sent until it is repaired.",
        "policy-fault");
}
