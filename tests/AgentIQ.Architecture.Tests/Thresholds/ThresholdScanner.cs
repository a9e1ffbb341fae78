using System.Text.RegularExpressions;

namespace AgentIQ.Architecture.Tests.Thresholds;

/// <summary>
/// Finds what looks like a business rule in code: a rating, a share or a length compared with a number, a time in minutes, hours or days, an
/// intent, a flag or a priority named where something is decided. Such things belong in <c>rules/</c>, where a seller can change them.
/// </summary>
internal static partial class ThresholdScanner
{
    private static readonly IReadOnlyList<(string Kind, Regex Pattern)> Patterns =
    [
        ("rating", Rating()),
        ("time", Time()),
        ("length", Length()),
        ("limit", Limit()),
        ("share", Share()),
        ("meaning", Meaning()),
        ("priority", PriorityWord()),
    ];

    /// <summary>What is suspicious in a source text, with its line; comments are not read.</summary>
    public static IEnumerable<ThresholdSuspect> Scan(string source)
    {
        foreach (var (index, line) in source.Split('\n').Index())
        {
            var code = Comment().Replace(line, "");
            foreach (var (kind, pattern) in Patterns)
            {
                if (pattern.Match(code) is { Success: true } match)
                {
                    yield return new ThresholdSuspect(kind, index + 1, match.Value.Trim());
                }
            }
        }
    }

    /// <summary>Two strokes that stand in an address are none.</summary>
    [GeneratedRegex(@"(?<!:)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[Rr]ating\b[\w?.!()]*\s*(is\s+(not\s+|>=?\s*|<=?\s*)?|[<>]=?\s*|[!=]=\s*)\d|\b\d\s*[<>]=?\s*\w*\.?[Rr]ating\b|\bRating:\s*([<>]=?\s*)?\d")]
    private static partial Regex Rating();

    [GeneratedRegex(@"\b(From|Add)(Minutes|Hours|Days)\(\s*-?\d|\bnew TimeSpan\(\s*\d|\bTotal(Minutes|Hours|Days)\s*[<>]=?\s*\d")]
    private static partial Regex Time();

    [GeneratedRegex(@"\b(Length|Count|Count\(\))\)?\s*[<>]=?\s*\d{2,}|\b(Length|Count)\s+is\s+[<>]=?\s*\d{2,}|\{\s*Length:\s*[<>]=?\s*\d{2,}")]
    private static partial Regex Length();

    [GeneratedRegex(@"\bnew(\s+Text\w+)?\(\s*\d+,\s*\d{3,}\)|\b(Max|Maximum|Min|Limit|Style|Hard)\w*\s*(\{[^}]*\}\s*)?=[^=>].*?(?<!\w)(500|1000|1_000|5000|5_000)(?!\w)")]
    private static partial Regex Limit();

    [GeneratedRegex(@"(?<!=)[<>]=?\s*\d*\.\d+[md]?\b|\bconst (decimal|double)\b")]
    private static partial Regex Share();

    [GeneratedRegex(
        @"""(delivery_status|delivery_delay|cancel_request|wrong_item|defect_not_working|usage_howto|product_spec|refund_exchange|quality_complaint|pre_purchase|sizing_fit|"
        + @"legal_threat|health_safety|counterfeit_suspicion|missing_parts|personal_data|mass_defect|machine_instructions)""|\b(IntentNames|FlagNames)\.(?!All\b)")]
    private static partial Regex Meaning();

    [GeneratedRegex(@"\bPriority\.(Urgent|High|Normal|Low)\b|""(urgent|high)""")]
    private static partial Regex PriorityWord();
}
