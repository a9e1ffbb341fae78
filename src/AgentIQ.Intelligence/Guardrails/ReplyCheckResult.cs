using System.Text.Json.Serialization;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>What the guardrails say about a reply.</summary>
/// <param name="Valid">True when nothing blocks it.</param>
/// <param name="Violations">What blocks it.</param>
/// <param name="Warnings">What a person should look at; it blocks nothing.</param>
/// <param name="Decision">The policy's decision, for the log.</param>
public sealed record ReplyCheckResult(
    bool Valid,
    IReadOnlyList<GuardrailFinding> Violations,
    IReadOnlyList<GuardrailFinding> Warnings,
    [property: JsonIgnore] Decision Decision);
