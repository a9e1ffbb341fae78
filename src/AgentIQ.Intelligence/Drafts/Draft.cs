using AgentIQ.Intelligence.Guardrails;

namespace AgentIQ.Intelligence.Drafts;

/// <summary>A proposed reply as it is stored. Never changed: a new proposal is a new draft.</summary>
/// <param name="Id">Its id.</param>
/// <param name="InteractionId">The interaction that it answers.</param>
/// <param name="Text">The proposed reply.</param>
/// <param name="Source"><c>template</c> or <c>fallback</c>.</param>
/// <param name="TemplateId">The template's id, or null.</param>
/// <param name="Violations">What would block it.</param>
/// <param name="Warnings">What a person should look at.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record Draft(
    Guid Id,
    Guid InteractionId,
    string Text,
    string Source,
    string? TemplateId,
    IReadOnlyList<GuardrailFinding> Violations,
    IReadOnlyList<GuardrailFinding> Warnings,
    DateTimeOffset CreatedAt);
