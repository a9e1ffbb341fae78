using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>
/// Reads findings out of a decision of a guardrail policy. A row that names a verdict means it; a row that only names what it
/// found takes the verdict that the policy gives that category on this channel.
/// </summary>
internal sealed class FindingReader
{
    private const string WholeReply = "";
    private readonly CompiledRuleSet _policy;
    private readonly Decision _decision;
    private readonly Dictionary<string, string> _verdicts;

    public FindingReader(CompiledRuleSet policy, Decision decision)
    {
        (_policy, _decision) = (policy, decision);
        _verdicts = decision.Rows
            .Where(row => Text(row.Outputs, "type") is null && Text(row.Outputs, "category") is not null && Text(row.Outputs, "verdict") is not null)
            .GroupBy(row => Text(row.Outputs, "category")!, StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => Text(row.Outputs, "verdict")!).MaxBy(Severity)!, StringComparer.Ordinal);
    }

    /// <summary>What is wrong, in the order of the text; never empty when the policy denies.</summary>
    public IReadOnlyList<GuardrailFinding> Read()
    {
        var findings = WithoutRepeats(_decision.Rows.SelectMany(Findings)).OrderBy(finding => finding.Start).ThenBy(finding => finding.Type, StringComparer.Ordinal).ToList();
        var denies = _decision.Fault is not null || Text(_decision.Outputs, "verdict") is not ("allow" or "warn");
        if (denies && !findings.Exists(finding => finding.IsError))
        {
            findings.Add(Fault(_decision));
        }

        return findings;
    }

    private static int Severity(string verdict) => verdict switch { "allow" => 0, "warn" => 1, _ => 2 };

    private IEnumerable<GuardrailFinding> Findings(DecisionRow row)
    {
        if (Text(row.Outputs, "type") is not { } type)
        {
            yield break;
        }

        var category = Text(row.Outputs, "category") ?? (Set(row.Outputs, "found") is [var found, ..] ? found : null);
        var verdict = Text(row.Outputs, "verdict") ?? (category is null ? null : _verdicts.GetValueOrDefault(category));
        if (verdict is null or "allow")
        {
            yield break;
        }

        var severity = verdict == "warn" ? GuardrailFinding.Warning : GuardrailFinding.Error;
        var group = Text(row.Outputs, "group");
        var places = row.Matches.Where(match => match.Field == "reply_text");
        foreach (var place in places.DefaultIfEmpty(new TextEvidence("reply_text", WholeReply, 0, 0)))
        {
            yield return new GuardrailFinding(type, category, severity, place.Phrase, place.Start, place.Length, row.Description.Ru, row.Description.En, row.Id, group);
        }
    }

    /// <summary>Overlapping places of one category are one place for a reader: the longest. So are two remarks about the whole reply: the graver.</summary>
    private static List<GuardrailFinding> WithoutRepeats(IEnumerable<GuardrailFinding> findings)
    {
        var kept = new List<GuardrailFinding>();
        foreach (var finding in findings.OrderByDescending(finding => finding.Length).ThenByDescending(finding => finding.IsError))
        {
            if (!kept.Exists(other => other.Type == finding.Type && other.Category == finding.Category && Overlap(other, finding)))
            {
                kept.Add(finding);
            }
        }

        return kept;
    }

    private static bool Overlap(GuardrailFinding one, GuardrailFinding other) =>
        (one.Length == 0 && other.Length == 0) || (one.Start < other.Start + other.Length && other.Start < one.Start + one.Length);

    private static GuardrailFinding Fault(Decision decision) => new(
        "policy_fault", null, GuardrailFinding.Error, WholeReply, 0, 0,
        $"Правила проверки сломаны ({decision.Fault ?? "запрет без объяснения"}): ответ не уходит, пока их не исправят.",
        $"The guardrail policy is broken ({decision.Fault ?? "denied without a reason"}): nothing is sent until it is repaired.",
        "policy-fault");

    // A seller's version may be older than an output, and a decision must come out all the same.
    private string? Text(DecisionOutputs outputs, string name) => Has(name) ? outputs.Text(name) : null;

    private IReadOnlyList<string> Set(DecisionOutputs outputs, string name) => Has(name) ? outputs.Set(name) : [];

    private bool Has(string name) => _policy.Source.OutputCatalogue.SlotOf(name) >= 0;
}
